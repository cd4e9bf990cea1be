import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { Client } from 'pg'
import { codeOf, OperatorError } from '../operator-error'
import { writeManifest, type Manifest } from './manifest'
import { rowCounts } from './row-counts'
import { seal } from './sealed-file'

/** Left out of a base backup as Postgres's manual says: it makes them anew, and `pg_wal` is copied by itself. */
const EMPTY_FOLDERS = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
]
const LEFT_OUT = /^(?:postmaster\.(?:pid|opts)|pgsql_tmp.*|pg_internal\.init.*)$/
const WAL_FILE = /^[0-9A-F]{24}$/

export type BackupRequest = {
  /** The database to count rows in, as superuser. The backup is of the whole server. */
  readonly superuserUrl: string
  readonly dataFolder: string
  /** Does not exist yet. */
  readonly target: string
  readonly key: Buffer | undefined
  readonly takenAt: Date
  /** Kept with the backup if that is encrypted, for without them nobody's second factor works after a restore. */
  readonly secretsFile: string
}

type Entry = Manifest['files'][number]

/**
 * Backs up a running server: its files, and the write-ahead log that makes them whole again. What is at `target` is
 * complete, or is not there.
 *
 * @throws OperatorError if the server cannot be read
 */
export async function takeBackup(request: BackupRequest): Promise<Manifest> {
  const unfinished = `${request.target}.unfinished`
  const client = new Client({ connectionString: request.superuserUrl })
  await client.connect()
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    const manifest = await copyServer(client, request, unfinished)
    writeManifest(unfinished, manifest, request.key)
    flushToDisk(unfinished)
    renameSync(unfinished, request.target)
    return manifest
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    throw codeOf(error) === 'EACCES'
      ? new OperatorError('This user may not read the files of the database.')
      : error
  } finally {
    await client.end()
  }
}

/** One flush for all files together: one for each takes many times as long. */
function flushToDisk(folder: string): void {
  const { status } = spawnSync('sync', process.platform === 'linux' ? ['--file-system', folder] : [])
  if (status !== 0) throw new OperatorError('The backup could not be flushed to disk.')
}

async function copyServer(client: Client, request: BackupRequest, into: string): Promise<Manifest> {
  // The slot keeps the write-ahead log from being recycled before it is copied; it goes with the connection.
  await client.query(`select pg_create_physical_replication_slot('alongside_backup', true, true)`)
  const first = await walFile(client, `select pg_walfile_name(pg_backup_start('alongside', true)) as name`)
  const { files, folders } = await copyFolder(request, into)
  const rows = await rowCounts(client)
  const { rows: stopped } = await client.query<{ name: string; label: string }>(
    'select pg_walfile_name(lsn) as name, labelfile as label from pg_backup_stop(wait_for_archive => false)',
  )
  const { name: lastWal = '', label = '' } = stopped[0] ?? {}
  await client.query('select pg_switch_wal()')
  const wal = await copyWal(request, into, (name) => name >= first && name <= lastWal)
  const { rows: version } = await client.query<{ major: number }>(
    `select current_setting('server_version_num')::int / 10000 as major`,
  )
  return {
    format: 1,
    takenAt: request.takenAt.toISOString(),
    serverMajor: version[0]?.major ?? 0,
    lastWal,
    files: [
      ...files,
      ...wal,
      await copyText(request, into, 'data/backup_label', label),
      ...(await copySecrets(request, into)),
    ],
    folders,
    rows,
  }
}

async function walFile(client: Client, query: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(query)
  return rows[0]?.name ?? ''
}

async function copyFolder(request: BackupRequest, into: string) {
  const files: Entry[] = []
  const folders: string[] = []
  const visit = async (folder: string) => {
    folders.push(path.join('data', folder))
    mkdirSync(path.join(into, 'data', folder), { recursive: true, mode: 0o700 })
    if (EMPTY_FOLDERS.includes(folder)) return
    for (const entry of readdirSync(path.join(request.dataFolder, folder), { withFileTypes: true })) {
      if (LEFT_OUT.test(entry.name)) continue
      const inside = path.join(folder, entry.name)
      if (entry.isDirectory()) await visit(inside)
      else if (entry.isFile()) files.push(...(await copyIfThere(request, into, inside)))
    }
  }
  await visit('')
  return { files, folders }
}

/** A table that is dropped while we copy is not missed: the write-ahead log tells of its end. */
async function copyIfThere(request: BackupRequest, into: string, inside: string): Promise<Entry[]> {
  try {
    return [await copy(request, into, path.join(request.dataFolder, inside), path.join('data', inside))]
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    rmSync(path.join(into, 'data', inside), { force: true })
    return []
  }
}

async function copyWal(
  request: BackupRequest,
  into: string,
  needed: (name: string) => boolean,
): Promise<Entry[]> {
  const folder = path.join(request.dataFolder, 'pg_wal')
  const names = readdirSync(folder).filter((name) =>
    WAL_FILE.test(name) ? needed(name) : name.endsWith('.history'),
  )
  const entries: Entry[] = []
  for (const name of names)
    entries.push(await copy(request, into, path.join(folder, name), path.join('data/pg_wal', name)))
  return entries
}

async function copySecrets(request: BackupRequest, into: string): Promise<Entry[]> {
  return request.key ? [await copy(request, into, request.secretsFile, 'secrets.json')] : []
}

async function copyText(request: BackupRequest, into: string, name: string, text: string): Promise<Entry> {
  const temporary = path.join(into, '.text')
  writeFileSync(temporary, text, { mode: 0o600 })
  try {
    return await copy(request, into, temporary, name)
  } finally {
    rmSync(temporary, { force: true })
  }
}

async function copy(request: BackupRequest, into: string, from: string, name: string): Promise<Entry> {
  await setImmediate()
  const digest = seal(from, { file: path.join(into, name), name }, request.key)
  return { name, ...digest }
}
