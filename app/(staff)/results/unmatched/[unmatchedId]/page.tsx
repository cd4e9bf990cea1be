import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Details } from '@/components/nhs/details'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { UnmatchedFacts } from '@/components/results/unmatched-facts'
import { UnmatchedFields } from '@/components/results/unmatched-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { routes } from '@/lib/platform/routes'
import { UNMATCHED_WORDS } from '@/lib/results/unmatched'
import { getUnmatched, type UnmatchedPage } from '@/lib/results/unmatched-queries'
import { fileUnmatchedAction, setAsideAction } from './actions'

export const metadata: Metadata = { title: 'Result without a person' }

type Props = { params: Promise<{ unmatchedId: string }> }

export default async function Page({ params }: Props) {
  const { unmatchedId } = await params
  const page = await pageRead((actor) => getUnmatched(actor, unmatchedId))
  const { unmatched, candidates, raw } = page
  const top = (
    <>
      <h1>
        {unmatched.isDemographics
          ? 'What a hospital system says of a person'
          : 'Result that could not be filed'}
      </h1>
      <InsetText>
        <p>{UNMATCHED_WORDS[unmatched.why]}.</p>
      </InsetText>
      <UnmatchedFacts unmatched={unmatched} />
      <Details summary="The message as it was received">
        <pre className="overflow-x-auto whitespace-pre-wrap">{raw}</pre>
      </Details>
    </>
  )
  return (
    <Main before={<BackLink href={routes.unmatchedResults()}>All that wait</BackLink>}>
      {candidates.length > 0 && !unmatched.isDemographics ? (
        <ActionForm action={fileUnmatchedAction} id="file">
          {top}
          <h2>File it</h2>
          <Shown page={page} />
          <UnmatchedFields page={page} />
          <Button>File result</Button>
        </ActionForm>
      ) : (
        <>
          {top}
          <NoForm page={page} />
        </>
      )}
      <ActionForm action={setAsideAction} id="set-aside">
        <h2>Set it aside</h2>
        <p>
          {unmatched.isDemographics
            ? 'The message is kept. Put the record right first, where the message is right.'
            : 'The message is kept, and the result is filed under nobody.'}
        </p>
        <Shown page={page} />
        <TextArea name="reason" label="Why?" rows={2} />
        <Button variant="secondary">Set aside</Button>
      </ActionForm>
    </Main>
  )
}

/** Why nothing can be filed here, and what to do instead. */
function NoForm({ page: { unmatched, candidates } }: { page: UnmatchedPage }) {
  if (candidates.length === 0)
    return (
      <p>
        Nobody in your care has this NHS number, or this name and date of birth. If the person belongs to your
        team, <a href={routes.registerPatient()}>register them first</a> and come back.
      </p>
    )
  return unmatched.isDemographics ? (
    <>
      <h2>Whose record it may be about</h2>
      <ul>
        {candidates.map(({ patientId, name, nhsNumber, bornOn }) => (
          <li key={patientId}>
            <a href={routes.patient(patientId)}>{name}</a>, {formatNhsNumber(nhsNumber)}, born{' '}
            {formatDateForBanner(bornOn)}
          </li>
        ))}
      </ul>
    </>
  ) : null
}

function Shown({ page: { unmatched } }: { page: UnmatchedPage }) {
  return (
    <>
      <SubmissionId />
      <HiddenInput name="unmatchedId" value={unmatched.id} />
      <HiddenInput name="version" value={String(unmatched.version)} />
    </>
  )
}
