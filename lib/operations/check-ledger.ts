import { Client } from 'pg'
import { isLedgerWhole, ledgerWords } from '@/lib/follow-up/ledger-words'
import { runCommand } from './run-command'
import { withOwner } from './with-owner'

const HELP = `
npm run ledger:check

Counts everybody who is on a follow-up pathway, or for whom a test of an ended one still waits, and how many of them have at
least one open obligation with the team that answers for it. Lists the patient ids of any without, and of any with a test
that is owed twice, and then ends with 1.

Settings: DATABASE_URL or DATABASE_OWNER_URL; else the embedded database, whether it is running or not.
`

type Row = { patient_id: string; open: number; doubled: number }

await runCommand({
  help: HELP,
  run: async () => {
    const rows = await withOwner(ledger)
    const without = rows.filter(({ open }) => open === 0)
    const doubled = rows.filter((row) => row.doubled > 0)
    const counts = { people: rows.length, without: without.length, doubled: doubled.length }
    console.log(ledgerWords(counts))
    for (const { patient_id } of without) console.log(`without: ${patient_id}`)
    for (const { patient_id } of doubled) console.log(`owed twice: ${patient_id}`)
    return isLedgerWhole(counts) ? 0 : 1
  },
})

async function ledger(ownerUrl: string): Promise<Row[]> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<Row>(
      `select patient_id, min(open)::integer as open, sum(doubled)::integer as doubled
       from access.follow_up_ledger() group by patient_id order by patient_id`,
    )
    return rows
  } finally {
    await client.end()
  }
}
