import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Pool } from 'pg'
import { roleUrls, type ConnectionUrls } from '@/lib/operations/database/connection-urls'
import { startEmbeddedServer, type EmbeddedServer } from '@/lib/operations/database/embedded-server'
import { migrate } from '@/lib/operations/database/migrate'
import { createDatabase, prepareDatabase } from '@/lib/operations/database/roles'
import { newSecrets } from '@/lib/operations/database/secrets'
import { installWorkerSchema } from '@/lib/operations/database/worker-schema'
import { loadReferenceData } from '@/lib/operations/load-reference-data'
import { runningProcesses } from '@/tests/support/processes'

const DATABASE = 'alongside_crash'

/** A database server of its own that can be killed outright and started again on what it left on disk. */
export type CrashServer = {
  readonly urls: ConnectionUrls
  readonly superuserUrl: string
  /** SIGKILL to the server and to everything it started. Nothing gets to write anything more. */
  kill(): Promise<void>
  /** Starts it again on the same address. @returns milliseconds until it took connections */
  restart(): Promise<number>
  /** Ends it in order and deletes its folder. */
  stop(): Promise<void>
}

/** Starts the server with a migrated database that holds the reference data. It ends with this process at the latest. */
export async function startCrashServer(): Promise<CrashServer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'alongside-scratch-crash-'))
  chmodSync(folder, 0o711)
  const secrets = newSecrets()
  const start = (preferredPort?: number) =>
    startEmbeddedServer({
      dataFolder: path.join(folder, 'data'),
      supportFolder: folder,
      superuserPassword: secrets.superuserPassword,
      preferredPort,
      sharedBuffersMb: 128,
    })
  let server = await start()
  await createDatabase(server.superuserUrl(), DATABASE)
  const superuserUrl = server.superuserUrl(DATABASE)
  await prepareDatabase(superuserUrl, secrets.rolePasswords)
  const urls = roleUrls(superuserUrl, secrets.rolePasswords)
  await migrate(urls.owner)
  await installWorkerSchema(urls.worker)
  await loadReferenceData({ ownerUrl: urls.owner })
  return {
    urls,
    superuserUrl,
    kill: () => killOutright(server),
    restart: async () => {
      const before = performance.now()
      server = await start(server.port)
      if (server.superuserUrl(DATABASE) !== superuserUrl) throw new Error('another program took the port')
      return performance.now() - before
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function killOutright({ pid, exited }: EmbeddedServer): Promise<void> {
  for (const each of [pid, ...childrenOf(pid)]) {
    try {
      process.kill(each, 'SIGKILL')
    } catch (error) {
      if (!isGone(error)) throw error
    }
  }
  await exited
}

/** The server's own processes: each connection has one. */
function childrenOf(parent: number): number[] {
  return runningProcesses()
    .filter((each) => each.parent === parent)
    .map(({ pid }) => pid)
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ESRCH'
}

/** Connections that may break at any time. */
export function quietPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 2 })
  pool.on('error', () => undefined)
  return pool
}

/** Who writes sends no requests that would keep a session alive, and 200 rounds can take longer than those last. */
export async function keepSessionsAlive(superuser: Pool): Promise<void> {
  await superuser.query('update staff_session set last_seen_at = now()')
}
