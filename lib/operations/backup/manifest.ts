import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { messageOf, OperatorError } from '../operator-error'
import { seal, unseal } from './sealed-file'

const SEALED = 'manifest.sealed'
const PLAIN = 'manifest.json'

const manifestSchema = z.object({
  format: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Only the same major version of Postgres can read the files; it refuses others itself. */
  serverMajor: z.int(),
  /** The last write-ahead log file in the backup. */
  lastWal: z.string(),
  /** Every file, with what it held. */
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string().length(64) })),
  /** Empty folders that Postgres wants to find. */
  folders: z.array(z.string()),
  /** Rows in each table towards the end of the backup. */
  rows: z.record(z.string(), z.int()),
})

/** What a backup holds. Written last: a backup without it was not finished. */
export type Manifest = z.infer<typeof manifestSchema>

/** Writes the manifest, sealed if there is a key. */
export function writeManifest(folder: string, manifest: Manifest, key: Buffer | undefined): void {
  withTemporaryFile((temporary) => {
    writeFileSync(temporary, JSON.stringify(manifest), { mode: 0o600 })
    const name = key ? SEALED : PLAIN
    seal(temporary, { file: path.join(folder, name), name }, key)
  })
}

/**
 * Reads the manifest of a finished backup.
 *
 * @returns with the key to use for its files: none, if the backup is not sealed
 * @throws OperatorError if there is none, it is damaged, or the key is missing or another
 */
export function readManifest(folder: string, key: Buffer | undefined) {
  const sealed = existsSync(path.join(folder, SEALED))
  if (!sealed && !existsSync(path.join(folder, PLAIN)))
    throw new OperatorError(`${folder} is no finished backup.`)
  if (sealed && !key) throw new OperatorError('This backup is encrypted: set ALONGSIDE_BACKUP_KEY.')
  const name = sealed ? SEALED : PLAIN
  const usedKey = sealed ? key : undefined
  return withTemporaryFile((temporary) => {
    unseal({ file: path.join(folder, name), name }, temporary, usedKey)
    return { manifest: parse(readFileSync(temporary, 'utf8')), key: usedKey }
  })
}

function parse(text: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new OperatorError(`The list of what the backup holds is damaged: ${messageOf(error)}`)
  }
}

function withTemporaryFile<Result>(work: (file: string) => Result): Result {
  const file = path.join(os.tmpdir(), `alongside-${randomBytes(8).toString('hex')}`)
  try {
    return work(file)
  } finally {
    rmSync(file, { force: true })
  }
}
