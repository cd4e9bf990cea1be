import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../operator-error'
import { guardAgainstOrphan } from '../process-guard'
import { freePort } from './free-port'
import { initialiseCluster, isInitialised, SUPERUSER } from './initialise-cluster'
import { stopLeftoverServer } from './leftover-server'
import { serverBinaries, type ServerBinaries } from './server-binaries'
import { serverFlags, type ServerSettings } from './server-settings'
import { serverUser, type ServerUser } from './server-user'

const START_ATTEMPTS = 5
/** What a process that was killed a moment ago, or a port taken a moment ago, makes Postgres say. */
const PASSING = /in use|shared memory|lock file|could not bind|create any TCP/i
const STOP_PATIENCE_MS = 10_000

/** A database server that this process started and is answerable for. */
export type EmbeddedServer = {
  readonly port: number
  readonly pid: number
  readonly dataFolder: string
  /** Resolves when the server's process is gone, for whatever reason. */
  readonly exited: Promise<void>
  /** The connection string of the bootstrap superuser: for creating roles and for backups, never for serving. */
  superuserUrl(database?: string): string
  /** Rolls open transactions back, writes everything to disk, ends the process. Safe to call again. */
  stop(): Promise<void>
}

export type EmbeddedServerOptions = ServerSettings & {
  /** The cluster's own folder: must be absent, empty or a cluster. Kept when the server stops. */
  readonly dataFolder: string
  /** A folder the server's user can reach, for its log and, where needed, a copy of its programs. */
  readonly supportFolder: string
  readonly superuserPassword: string
  /** Used if free; otherwise another port is taken. */
  readonly preferredPort?: number | undefined
}

/**
 * Starts Postgres on loopback, creating the cluster first if there is none. A server left behind by a killed
 * process, and its stale lock file, are cleared away.
 *
 * @throws OperatorError with one plain line
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const user = serverUser(options.dataFolder)
  const binaries = serverBinaries(user, options.supportFolder)
  if (!isInitialised(options.dataFolder)) initialiseCluster(binaries, user, options)
  await stopLeftoverServer(options.dataFolder)
  for (let attempt = 1; ; attempt += 1) {
    const started = await attemptStart(binaries, user, options)
    if (typeof started !== 'string') return started
    if (attempt === START_ATTEMPTS || !PASSING.test(started))
      throw new OperatorError(`Postgres did not start: ${started}`)
    await sleep(300 * attempt)
  }
}

/** @returns the running server, or the reason why it did not start */
async function attemptStart(binaries: ServerBinaries, user: ServerUser, options: EmbeddedServerOptions) {
  const port = await freePort(options.preferredPort)
  const logFile = path.join(options.supportFolder, 'postgres.log')
  const log = openSync(logFile, 'a', 0o600)
  const child = spawn(binaries.postgres, ['-D', options.dataFolder, ...serverFlags(port, options)], {
    ...user,
    cwd: options.dataFolder,
    detached: true,
    env: { NODE_ENV: 'production', PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => resolve()).once('error', () => resolve()),
  )
  if (child.pid) void exited.then(guardAgainstOrphan(child.pid, 'INT'))
  if (await becomesReady(child, options.dataFolder)) return runningServer(child, exited, port, options)
  child.kill('SIGKILL')
  return lastLineOf(logFile)
}

function runningServer(
  child: ChildProcess,
  exited: Promise<void>,
  port: number,
  options: EmbeddedServerOptions,
): EmbeddedServer {
  const authority = `${SUPERUSER}:${encodeURIComponent(options.superuserPassword)}@127.0.0.1:${port}`
  return {
    port,
    pid: child.pid ?? 0,
    dataFolder: options.dataFolder,
    exited,
    superuserUrl: (database = 'postgres') => `postgresql://${authority}/${database}`,
    stop: async () => {
      for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
        if (child.exitCode !== null || child.signalCode !== null) return
        child.kill(signal)
        await Promise.race([exited, sleep(STOP_PATIENCE_MS, undefined, { ref: false })])
      }
    },
  }
}

/** Postgres writes its state on the eighth line of its lock file. */
async function becomesReady(child: ChildProcess, dataFolder: string): Promise<boolean> {
  const lockFile = path.join(dataFolder, 'postmaster.pid')
  while (child.pid && child.exitCode === null && child.signalCode === null) {
    const lines = readLines(lockFile)
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready') return true
    await sleep(15)
  }
  return false
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function lastLineOf(logFile: string): string {
  const lines = readLines(logFile).filter((line) => /FATAL|PANIC|error/i.test(line))
  return lines.at(-1)?.replace(/^.*?(FATAL|PANIC):\s*/, '') ?? `see ${logFile}`
}
