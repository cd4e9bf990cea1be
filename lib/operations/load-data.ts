import { Client } from 'pg'
import { isDemo } from '@/lib/platform/env'
import { today } from '@/lib/platform/clock'
import { DEMO_MARK } from './database/half-loaded-demo'
import { loadReferenceData } from './load-reference-data'
import { messageOf, OperatorError } from './operator-error'

/** Loads reference data; in demo mode, fictitious people too if nobody is in the database yet. */
async function loadData(ownerUrl: string): Promise<void> {
  const state = await demoState(ownerUrl)
  if (state === 'loading')
    throw new OperatorError('An earlier start was stopped while it loaded the demo data.')
  if (state === 'loaded' && !isDemo()) {
    throw new OperatorError(
      'This database holds fictitious demo data; live mode needs a database of its own.',
    )
  }
  await loadReferenceData({ ownerUrl })
  if (isDemo() && state === 'empty') await loadDemo(ownerUrl)
}

async function loadDemo(ownerUrl: string): Promise<void> {
  console.log('Loading demo data: fictitious people, made for today …')
  await mark(ownerUrl, 'loading')
  const { loadDemoData } = await import('@/prisma/demo/load-demo-data')
  const { closeDatabase } = await import('@/lib/platform/database')
  try {
    await loadDemoData({ ownerUrl, today: today() })
    await mark(ownerUrl, 'loaded')
  } finally {
    await closeDatabase()
  }
}

type DemoState = 'empty' | 'loading' | 'loaded' | 'other'

/** Row security hides patients from the owner, but a table's size on disk tells whether it was ever written to. */
async function demoState(ownerUrl: string): Promise<DemoState> {
  const [row] = await query<{ mark: DemoState | null; empty: boolean }>(
    ownerUrl,
    `select (select hash from reference_set where name = $1) as mark, pg_relation_size('patient') = 0 as empty`,
    [DEMO_MARK],
  )
  return row?.mark ?? (row?.empty ? 'empty' : 'other')
}

async function mark(ownerUrl: string, state: DemoState): Promise<void> {
  await query(
    ownerUrl,
    `insert into reference_set (name, version, hash) values ($1, '1', $2)
     on conflict (name, version) do update set hash = excluded.hash`,
    [DEMO_MARK, state],
  )
}

async function query<Row extends object>(url: string, text: string, values: unknown[]): Promise<Row[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text, values)).rows
  } finally {
    await client.end()
  }
}

try {
  await loadData(process.env.DATABASE_OWNER_URL ?? '')
} catch (error) {
  console.error(messageOf(error))
  process.exitCode = 1
}
