import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { OperatorError } from '../operator-error'

/** Whom the database server runs as; undefined means whoever runs this process. */
export type ServerUser = { readonly uid: number; readonly gid: number } | undefined

const USER_NAME = 'postgres'

/**
 * Postgres refuses to run as root. As root this finds the owner of an existing data folder, else the system's
 * `postgres` user, else creates that user; for an ordinary user it is undefined.
 *
 * @throws OperatorError when root has no user to run the server as
 */
export function serverUser(dataFolder: string): ServerUser {
  if (process.getuid?.() !== 0) return undefined
  return ownerOf(dataFolder) ?? lookUp(USER_NAME) ?? createUser()
}

/** Whether the server's user may enter `folder`: every folder above it counts too. */
export function canEnter(folder: string, user: ServerUser): boolean {
  const { status } = spawnSync('/bin/sh', ['-c', 'cd "$1" 2>/dev/null', 'sh', folder], { ...user, cwd: '/' })
  return status === 0
}

function ownerOf(folder: string): ServerUser {
  const owner = statSync(folder, { throwIfNoEntry: false })
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : undefined
}

function lookUp(name: string): ServerUser {
  const [uid, gid] = ['-u', '-g'].map((flag) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : Number.NaN
  })
  return uid && gid ? { uid, gid } : undefined
}

function createUser(): ServerUser {
  spawnSync('groupadd', ['--system', USER_NAME])
  spawnSync('useradd', ['--system', '-g', USER_NAME, '-M', '-s', '/usr/sbin/nologin', USER_NAME])
  const user = lookUp(USER_NAME) ?? lookUp('nobody')
  if (!user) throw new OperatorError('Postgres cannot run as root, and no "postgres" user could be created.')
  return user
}
