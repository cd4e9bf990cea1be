import { chownSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { messageOf, OperatorError } from '../operator-error'
import { projectRoot } from '../project-root'
import { canEnter, serverUser } from './server-user'

/**
 * The folder that ALONGSIDE_WAL_ARCHIVE names, made if it is not there, and given to the server's user.
 *
 * @throws OperatorError if the server could not write to it, which Postgres itself would only tell its log
 */
export function walArchiveFolder(given: string | undefined, clusterFolder: string): string | undefined {
  if (!given) return undefined
  const folder = path.resolve(projectRoot, given)
  const user = serverUser(clusterFolder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    if (user && statSync(folder).uid === 0) chownSync(folder, user.uid, user.gid)
  } catch (error) {
    throw new OperatorError(`The archive of the write-ahead log cannot be used: ${messageOf(error)}`)
  }
  if (canEnter(folder, user)) return folder
  throw new OperatorError(`The database server may not write to ${folder} (ALONGSIDE_WAL_ARCHIVE).`)
}
