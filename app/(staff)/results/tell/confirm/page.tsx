import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { Table } from '@/components/nhs/table'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { routes } from '@/lib/platform/routes'
import { nextDateWords, peopleWords, toldWords } from '@/lib/results/labels'
import { getChosenTellings } from '@/lib/results/tellings-waiting'
import { tellResultsAction } from './actions'

export const metadata: Metadata = { title: 'Tell results' }

type Props = { searchParams: Promise<{ telling?: string | string[] }> }

export default async function TellResultsPage({ searchParams }: Props) {
  const { telling = [] } = await searchParams
  const asked = [telling].flat()
  const chosen = await pageRead((actor) => getChosenTellings(actor, asked))
  const gone = asked.length - chosen.length
  return (
    <Main before={<BackLink href={routes.resultsToTell()}>Results to tell</BackLink>}>
      {chosen.length === 0 ? (
        <>
          <h1>Nobody to tell</h1>
          <p>Tick at least one person. Whom a colleague has told meanwhile is no longer here.</p>
        </>
      ) : (
        <ActionForm action={tellResultsAction}>
          <h1>Tell {chosen.length === 1 ? 'one person' : `${chosen.length} people`} by letter</h1>
          <p>
            Each is recorded as told today, by you. A letter with the result and the next date is written for
            each, and a copy for their practice. The letters then wait to be posted.
          </p>
          {gone > 0 ? (
            <InsetText>
              {peopleWords(gone)} of those ticked can no longer be told in this way, and{' '}
              {gone === 1 ? 'is' : 'are'} left out.
            </InsetText>
          ) : null}
          <SubmissionId />
          {chosen.map(({ patientId, subjectId, reviewId, next }) => (
            <HiddenInput
              name="tellings"
              value={`${patientId} ${subjectId} ${reviewId ?? ''} ${next?.dueOn ?? 'none'}`}
              key={subjectId}
            />
          ))}
          <Table
            caption="People, results and next dates"
            captionHidden
            firstCellIsHeader
            columns={[
              { label: 'Patient' },
              { label: 'NHS number' },
              { label: 'Born' },
              { label: 'Result' },
              { label: 'How' },
              { label: 'Next date' },
            ]}
            rows={chosen.map(({ subjectId, person, next, hasNotice, ...one }) => ({
              key: subjectId,
              cells: [
                person.name,
                formatNhsNumber(person.nhsNumber),
                formatDateForBanner(person.bornOn),
                toldWords(one),
                hasNotice ? 'Letter, with a notice that it comes' : 'Letter',
                nextDateWords(next),
              ],
            }))}
          />
          <Button>Record as told and write the letters</Button>
        </ActionForm>
      )}
    </Main>
  )
}
