import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { messageOf, OperatorError } from '../operator-error'
import type { ServerBinaries } from './server-binaries'
import type { ServerUser } from './server-user'

/** The name of the bootstrap superuser. */
export const SUPERUSER = 'postgres'

/** Whether the folder holds a cluster. */
export function isInitialised(dataFolder: string): boolean {
  return existsSync(path.join(dataFolder, 'PG_VERSION'))
}

type Cluster = {
  readonly dataFolder: string
  readonly supportFolder: string
  readonly superuserPassword: string
}

/**
 * Creates a cluster: scram-sha-256 for every connection, data checksums, UTF-8, and the collation that is built into
 * Postgres, so that an update of the operating system cannot reorder an index. It is made beside the folder and
 * moved there when complete, so an interrupted creation leaves nothing that looks like a database.
 *
 * @throws OperatorError if the folder cannot be used
 */
export function initialiseCluster(binaries: ServerBinaries, user: ServerUser, cluster: Cluster): void {
  const unfinished = `${cluster.dataFolder}.unfinished`
  const passwordFile = path.join(cluster.supportFolder, `.initial-${randomBytes(8).toString('hex')}`)
  try {
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished, { recursive: true, mode: 0o700 })
    writeFileSync(passwordFile, `${cluster.superuserPassword}\n`, { mode: 0o600 })
    if (user) for (const file of [unfinished, passwordFile]) chownSync(file, user.uid, user.gid)
    runInitdb(binaries.initdb, user, unfinished, passwordFile)
    renameSync(unfinished, cluster.dataFolder)
  } catch (error) {
    throw new OperatorError(`Could not create the database in ${cluster.dataFolder}: ${messageOf(error)}`)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function runInitdb(initdb: string, user: ServerUser, dataFolder: string, passwordFile: string): void {
  const flags = [
    `--pgdata=${dataFolder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--data-checksums',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
  ]
  const result = spawnSync(initdb, flags, {
    ...user,
    cwd: '/',
    env: { NODE_ENV: 'production', LC_ALL: 'C' },
    encoding: 'utf8',
  })
  if (result.error) throw result.error
  if (result.status !== 0) throw new Error(result.stderr.trim().split('\n').at(-1))
}
