import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Client } from 'pg'
import { roleUrls, type ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { startEmbeddedServer } from '@/lib/operations/database/embedded-server'
import { migrate } from '@/lib/operations/database/migrate'
import { createDatabase, prepareDatabase } from '@/lib/operations/database/roles'
import { newSecrets } from '@/lib/operations/database/secrets'
import { installWorkerSchema } from '@/lib/operations/database/worker-schema'
import { writeFollowUpPlans } from './follow-up-plans'
import { loadReferenceData } from '@/lib/operations/load-reference-data'

/** A database of so many patients. */
export type BenchDatabase = {
  readonly urls: ConnectionUrls
  readonly superuserUrl: string
  readonly patients: number
}

export type BenchServer = {
  /** Makes one more database and fills it. */
  fill(size: BenchSize): Promise<BenchDatabase>
  /** Resolves when the server is gone. */
  readonly exited: Promise<void>
  /** Ends the server and deletes everything. */
  stop(): Promise<void>
}

/** `followed`: how many of the patients are on a follow-up pathway. */
export type BenchSize = { patients: number; teams: number; followed: number }

const DATA = path.join(import.meta.dirname, 'data')
const STEPS = [
  'patients',
  'records',
  'plans',
  'summaries',
  'reviews',
  'long-records',
  'follow-up',
  'tasks',
] as const

/** Starts a server with the settings that the embedded one has in use, in a temporary folder. */
export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-scratch-bench-'))
  chmodSync(folder, 0o711)
  const secrets = newSecrets()
  const server = await startEmbeddedServer({
    dataFolder: path.join(folder, 'data'),
    supportFolder: folder,
    superuserPassword: secrets.superuserPassword,
  })
  return {
    fill: async (size) => {
      const name = `bench_${size.patients}`
      await createDatabase(server.superuserUrl(), name)
      const superuserUrl = server.superuserUrl(name)
      await prepareDatabase(superuserUrl, secrets.rolePasswords)
      const urls = roleUrls(superuserUrl, secrets.rolePasswords)
      await migrate(urls.owner)
      await installWorkerSchema(urls.worker)
      await loadReferenceData({ ownerUrl: urls.owner })
      await load(superuserUrl, size)
      return { urls, superuserUrl, patients: size.patients }
    },
    exited: server.exited,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/**
 * Plain SQL as superuser, with triggers and foreign keys off: what they would have done, the SQL does itself. Indexes that
 * nothing depends on are made afterwards, in one go each.
 */
async function load(superuserUrl: string, { patients, teams, followed }: BenchSize): Promise<void> {
  const client = new Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB';
      set maintenance_work_mem = '512MB'; set bench.patients = ${patients}; set bench.teams = ${teams};
      set bench.followed = ${followed}`)
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(SPARE_INDEXES)
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    await client.query(readSql('people'))
    await writeFollowUpPlans(client)
    for (const step of STEPS) await client.query(readSql(step))
    for (const { definition } of indexes) await client.query(definition)
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const SPARE_INDEXES = `
  select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
  from pg_index join pg_class on pg_class.oid = indrelid
  where relnamespace = 'public'::regnamespace and not indisprimary
    and not exists (select from pg_constraint where conindid = indexrelid)`

/** The text of a file of `data/`. */
export function readSql(name: string): string {
  return readFileSync(path.join(DATA, `${name}.sql`), 'utf8')
}
