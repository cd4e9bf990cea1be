import { createHash } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import type { Environment } from '../environment'
import { messageOf, OperatorError } from '../operator-error'
import { projectRoot } from '../project-root'
import { canEnter, serverUser } from './server-user'

/** Where this checkout keeps what it makes while running. Secrets are always in `home`. */
export type DataHome = {
  readonly home: string
  /** The database cluster. */
  readonly clusterFolder: string
  /** For the server's log and programs: a folder that the server's user can reach. */
  readonly supportFolder: string
  /** The port used the last time. */
  readonly port: number | undefined
}

const noteSchema = z.object({
  clusterFolder: z.string().optional(),
  supportFolder: z.string().optional(),
  port: z.number().optional(),
})
type Note = z.infer<typeof noteSchema>

const NOTE = 'database.json'

/** `.data` in the checkout, or the folder that ALONGSIDE_DATA names. */
export function dataFolder(env: Environment = process.env): string {
  return path.resolve(projectRoot, env.ALONGSIDE_DATA ?? '.data')
}

/**
 * Finds or makes the folders. Run by root, the server must be another user, who may be unable to enter the checkout:
 * the cluster then lies in /var/lib, in a folder that belongs to this checkout, and `.data/database.json` says where.
 *
 * @throws OperatorError if nothing can be written there
 */
export function dataHome(home = dataFolder()): DataHome {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 })
    chmodSync(home, process.getuid?.() === 0 ? 0o711 : 0o700)
    const note = readNote(home)
    const folders = note.clusterFolder && existsSync(note.clusterFolder) ? note : chooseFolders(home)
    const { clusterFolder = path.join(home, 'postgres'), supportFolder = home } = folders
    return { home, clusterFolder, supportFolder, port: note.port }
  } catch (error) {
    throw new OperatorError(`Cannot write to ${home}: ${messageOf(error)}`)
  }
}

/** Notes what must be found again the next time. */
export function rememberServer(data: DataHome, port: number): void {
  const elsewhere = data.supportFolder !== data.home
  const { clusterFolder, supportFolder } = data
  const note: Note = { port, ...(elsewhere && { clusterFolder, supportFolder }) }
  if (data.port === port && existsSync(path.join(data.home, NOTE))) return
  writeFileSync(path.join(data.home, `${NOTE}.new`), `${JSON.stringify(note, null, 2)}\n`)
  renameSync(path.join(data.home, `${NOTE}.new`), path.join(data.home, NOTE))
}

function readNote(home: string): Note {
  const file = path.join(home, NOTE)
  return existsSync(file) ? noteSchema.parse(JSON.parse(readFileSync(file, 'utf8'))) : {}
}

function chooseFolders(home: string): Note {
  const clusterFolder = path.join(home, 'postgres')
  if (existsSync(clusterFolder) || canEnter(home, serverUser(clusterFolder))) return {}
  const key = createHash('sha256').update(home).digest('hex').slice(0, 12)
  const supportFolder = path.join('/var/lib', `alongside-${key}`)
  mkdirSync(supportFolder, { recursive: true, mode: 0o711 })
  chmodSync(supportFolder, 0o711)
  return { clusterFolder: path.join(supportFolder, 'postgres'), supportFolder }
}
