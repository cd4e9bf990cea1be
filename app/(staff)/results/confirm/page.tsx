import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { EARLIER, earlierWords } from '@/components/results/earlier-words'
import { PersonInRow } from '@/components/patients/person-in-row'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { nextDateWords } from '@/lib/results/labels'
import { getChosenResults } from '@/lib/results/results-to-review'
import { confirmResultsAction } from './actions'

export const metadata: Metadata = { title: 'Confirm results' }

type Props = { searchParams: Promise<{ result?: string | string[] }> }

export default async function Page({ searchParams }: Props) {
  const { result = [] } = await searchParams
  const chosen = await pageRead((actor) => getChosenResults(actor, [result].flat()))
  return (
    <Main before={<BackLink href={routes.resultsToReview()}>Results to review</BackLink>}>
      {chosen.length === 0 ? (
        <>
          <h1>Nothing to confirm</h1>
          <p>Tick at least one result in range. What a colleague has reviewed meanwhile is no longer here.</p>
        </>
      ) : (
        <ActionForm action={confirmResultsAction}>
          <h1>Confirm {chosen.length === 1 ? 'one result' : `${chosen.length} results`} as in range</h1>
          <p>Each is recorded as reviewed by you, and telling the person is owed next.</p>
          <SubmissionId />
          {chosen.map(({ patientId, result: { id, judgementId } }) => (
            <HiddenInput name="results" value={`${patientId} ${id} ${judgementId}`} key={id} />
          ))}
          <Named chosen={chosen} />
          <Button>Confirm as in range</Button>
        </ActionForm>
      )}
    </Main>
  )
}

/** Everybody whose result is about to be confirmed, with two identifiers. */
function Named({ chosen }: { chosen: Awaited<ReturnType<typeof getChosenResults>> }) {
  return (
    <table className="app-list">
      <caption>People and their results</caption>
      <thead>
        <tr>
          <th scope="col">Patient</th>
          <th scope="col">Result</th>
          <th scope="col">{EARLIER}</th>
          <th scope="col">Next due</th>
        </tr>
      </thead>
      <tbody>
        {chosen.map(({ person, result, earlier, next }) => (
          <tr key={result.id}>
            <th scope="row">
              <PersonInRow person={person} />
            </th>
            <td>
              {result.name} {result.words}
              <br />
              {formatDateForStaff(result.sampledOn)}
            </td>
            <td data-label={EARLIER}>{earlierWords(earlier)}</td>
            <td data-label="Next due">{nextDateWords(next)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
