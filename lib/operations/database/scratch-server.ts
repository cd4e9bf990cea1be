import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { now } from '@/lib/platform/clock'
import { roleUrls, type ConnectionUrls } from './connection-urls'
import { startEmbeddedServer } from './embedded-server'
import { hasServer } from './leftover-server'
import { migrate } from './migrate'
import { createDatabase, prepareDatabase } from './roles'
import { newSecrets } from './secrets'
import { installWorkerSchema } from './worker-schema'

/** The database on a scratch server that carries the roles' rights, the migrations and the job queue. */
export const SCRATCH_TEMPLATE = 'template_migrated'

/** A database server of its own, in a temporary folder, with the roles and one migrated database. */
export type ScratchServer = {
  readonly superuserUrl: string
  /** Of the migrated database. Whoever wants to copy it must not stay connected to it. */
  readonly urls: ConnectionUrls
  readonly pid: number
  /** Stops the server and deletes its folder. */
  stop(): Promise<void>
}

const PREFIX = 'alongside-scratch-'

const TEN_MINUTES_MS = 10 * 60_000

/** Linux's folder in memory, and how much must be free for a server in it: a run needs a third of this at most. */
const MEMORY_FOLDER = '/dev/shm'
const MEMORY_BYTES = 6_000_000_000

/** In memory where there is plenty: nothing is kept, and each copy of the template is otherwise waited for on the disk. */
function scratchHome(): string {
  if (!existsSync(MEMORY_FOLDER)) return os.tmpdir()
  const { bavail, bsize } = statfsSync(MEMORY_FOLDER)
  const isRoomy = bavail * bsize > MEMORY_BYTES && process.availableMemory() > 2 * MEMORY_BYTES
  return isRoomy ? MEMORY_FOLDER : os.tmpdir()
}

/** Deletes the folders that killed runs could not delete themselves: those whose server is no more. */
function sweepAbandonedFolders(): void {
  for (const home of [os.tmpdir(), MEMORY_FOLDER].filter((each) => existsSync(each))) sweep(home)
}

function sweep(home: string): void {
  for (const name of readdirSync(home).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = path.join(home, name)
    const lastChange = statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? Infinity
    if (lastChange > now().getTime() - TEN_MINUTES_MS || hasServer(path.join(folder, 'data'))) continue
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Starts a scratch server. It ends with this process even if `stop()` is never reached. */
export async function startScratchServer(): Promise<ScratchServer> {
  sweepAbandonedFolders()
  const folder = mkdtempSync(path.join(scratchHome(), PREFIX))
  chmodSync(folder, 0o711)
  const secrets = newSecrets()
  const server = await startEmbeddedServer({
    dataFolder: path.join(folder, 'data'),
    supportFolder: folder,
    superuserPassword: secrets.superuserPassword,
    sharedBuffersMb: 128,
  })
  const stop = async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await createDatabase(server.superuserUrl(), SCRATCH_TEMPLATE)
    await prepareDatabase(server.superuserUrl(SCRATCH_TEMPLATE), secrets.rolePasswords)
    const urls = roleUrls(server.superuserUrl(SCRATCH_TEMPLATE), secrets.rolePasswords)
    await migrate(urls.owner)
    await installWorkerSchema(urls.worker)
    return { superuserUrl: server.superuserUrl(), urls, pid: server.pid, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
