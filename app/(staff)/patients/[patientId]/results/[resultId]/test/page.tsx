import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { answersWords, testWords } from '@/components/results/result-facts'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { getTestChoice } from '@/lib/results/test-choice'
import { chooseTestAction } from './actions'

export const metadata: Metadata = { title: 'Which test a result answers' }

type Props = { params: Promise<{ patientId: string; resultId: string }> }

export default async function ChooseTestPage({ params }: Props) {
  const place = await params
  const { result, now, tests } = await pageRead((actor) => getTestChoice(actor, place))
  const others = tests.filter(({ id }) => id !== now?.id)
  if (others.length === 0 && !now) return <NothingToChoose {...place} />
  return (
    <Main before={<BackLink href={routes.result(place.patientId, place.resultId)}>Result</BackLink>}>
      <ActionForm action={chooseTestAction}>
        <h1>Which test does this result answer?</h1>
        <p>
          {result.name} {result.words}, sample of {formatDateForStaff(result.sampledOn)}.
        </p>
        <InsetText>Now it answers: {answersWords(now)}.</InsetText>
        <SubmissionId />
        <HiddenInput name="patientId" value={place.patientId} />
        <HiddenInput name="resultId" value={place.resultId} />
        <HiddenInput name="shownTestId" value={result.testId ?? ''} />
        <Radios
          name="answers"
          label="It answers"
          items={[
            ...others.map((test) => ({ value: test.id, label: testWords(test) })),
            {
              value: 'none',
              label: others.length === 0 ? 'No test of follow-up' : 'None of these',
              hint: 'It is reviewed and told by itself, and the test that it answered is owed again',
            },
          ]}
        />
        <TextArea name="reason" label="Why?" hint="For example, taken a week early" rows={2} />
        <Button>Save</Button>
      </ActionForm>
    </Main>
  )
}

function NothingToChoose({ patientId, resultId }: { patientId: string; resultId: string }) {
  return (
    <Main before={<BackLink href={routes.result(patientId, resultId)}>Result</BackLink>}>
      <h1>Which test does this result answer?</h1>
      <p>It stands by itself, and no test of this person’s follow-up that looks for this waits.</p>
    </Main>
  )
}
