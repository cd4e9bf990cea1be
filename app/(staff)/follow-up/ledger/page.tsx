import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { PersonInRow } from '@/components/patients/person-in-row'
import { pageRead } from '@/lib/accounts/page-read'
import { getFollowUpLedger } from '@/lib/follow-up/get-ledger'
import { isLedgerWhole, ledgerWords } from '@/lib/follow-up/ledger-words'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Is anybody lost?' }

export default async function FollowUpLedgerPage() {
  const { counts, without } = await pageRead((actor) => getFollowUpLedger(actor))
  return (
    <Main before={<BackLink href={routes.followUpList()}>Back to follow-up</BackLink>}>
      <h1>Is anybody lost?</h1>
      <InsetText>
        {isLedgerWhole(counts) ? (
          <p>Nobody is lost, and nothing is owed twice.</p>
        ) : (
          <p>Open the follow-up of each person below, and tell whoever looks after this service.</p>
        )}
      </InsetText>
      <p>
        Everybody on follow-up with your teams needs something open, with one team and one date. Now:{' '}
        {ledgerWords(counts)}.
      </p>
      {without.length > 0 ? (
        <ul>
          {without.map(({ patientId, person }) => (
            <li key={patientId}>
              {person ? (
                <PersonInRow person={person} href={routes.followUp(patientId)} />
              ) : (
                `Somebody whom your teams do not have in care any more: record ${patientId}`
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </Main>
  )
}
