import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { DATABASE_NAME } from '../database/roles'
import { messageOf, OperatorError } from '../operator-error'
import { readManifest, type Manifest } from './manifest'
import { recover, type RecoveryReport, type RecoveryTarget } from './recover'
import { sealBytes, unseal } from './sealed-file'
import { verifyWalArchive } from './wal-archive'
import { serverUser, type ServerUser } from '../database/server-user'

export type RestoreRequest = {
  /** The folder of a finished backup. */
  readonly backup: string
  readonly key: Buffer | undefined
  /** Where the cluster is to be. What is there is moved aside, and comes back if the restore fails. */
  readonly clusterFolder: string
  readonly superuserPassword: string
  /** An archive of the write-ahead log to go on from the backup, and the moment to stop at. */
  readonly walArchive?: string | undefined
  readonly until?: Date | undefined
}

export type Restored = RecoveryReport & {
  readonly manifest: Manifest
  /** What `secrets.json` was, if the backup holds it. */
  readonly secrets: string | undefined
}

/**
 * Restores a backup: verifies every file of it first, lets Postgres recover beside the old cluster, counts, and only
 * then puts it in place.
 *
 * @throws OperatorError if anything is missing, damaged or short; the old cluster is then as it was
 */
export async function restoreBackup(request: RestoreRequest): Promise<Restored> {
  const { manifest, key } = readManifest(request.backup, request.key)
  refuseIncomplete(request.backup, manifest, key)
  if (request.walArchive) verifyWalArchive(request.walArchive, manifest.lastWal)
  if (request.until && !request.walArchive)
    throw new OperatorError('A moment to restore to needs an archive: --wal FOLDER.')
  const restoring = `${request.clusterFolder}.restoring`
  const user = serverUser(request.clusterFolder)
  rmSync(restoring, { recursive: true, force: true })
  try {
    const secrets = unpack(request.backup, manifest, key, restoring)
    handToServer(restoring, manifest, user)
    const report = await recover({ ...recoveryTarget(request), dataFolder: path.join(restoring, 'data') })
    replace(request.clusterFolder, path.join(restoring, 'data'))
    return { ...report, manifest, secrets }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(`The backup could not be restored: ${messageOf(error)}`)
  } finally {
    rmSync(restoring, { recursive: true, force: true })
  }
}

function recoveryTarget({
  superuserPassword,
  walArchive,
  until,
}: RestoreRequest): Omit<RecoveryTarget, 'dataFolder'> {
  return { superuserPassword, walArchive, until, database: DATABASE_NAME }
}

/** Quick to see, before much is copied. */
function refuseIncomplete(backup: string, manifest: Manifest, key: Buffer | undefined): void {
  for (const { name, bytes } of manifest.files) {
    const found = statSync(path.join(backup, name), { throwIfNoEntry: false })
    if (!found) throw new OperatorError(`Backup file ${name} is missing.`)
    if (found.size !== bytes + sealBytes(key))
      throw new OperatorError(`Backup file ${name} has not its full length.`)
  }
}

function unpack(backup: string, manifest: Manifest, key: Buffer | undefined, into: string) {
  for (const folder of ['', ...manifest.folders])
    mkdirSync(path.join(into, folder), { recursive: true, mode: 0o700 })
  for (const { name, bytes, sha256 } of manifest.files) {
    const found = unseal({ file: path.join(backup, name), name }, path.join(into, name), key)
    if (found.bytes !== bytes || found.sha256 !== sha256) {
      throw new OperatorError(`Backup file ${name} is damaged: it is not what was backed up.`)
    }
  }
  const secrets = path.join(into, 'secrets.json')
  return existsSync(secrets) ? readFileSync(secrets, 'utf8') : undefined
}

/** Recovery in archive mode starts a new timeline, so the restored server never writes over the old one's archive. */
function handToServer(restoring: string, manifest: Manifest, user: ServerUser): void {
  writeFileSync(path.join(restoring, 'data/recovery.signal'), '', { mode: 0o600 })
  chmodSync(restoring, 0o711)
  if (!user) return
  const inData = [...manifest.folders, ...manifest.files.map(({ name }) => name), 'data/recovery.signal']
  for (const name of inData.filter((entry) => entry.startsWith('data'))) {
    chownSync(path.join(restoring, name), user.uid, user.gid)
  }
}

/** The old cluster is kept beside the new one, for the operator to delete. */
function replace(clusterFolder: string, restored: string): void {
  const old = `${clusterFolder}.before-restore`
  rmSync(old, { recursive: true, force: true })
  if (existsSync(clusterFolder)) renameSync(clusterFolder, old)
  renameSync(restored, clusterFolder)
}
