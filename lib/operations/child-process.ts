import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Environment } from './environment'
import { guardAgainstOrphan } from './process-guard'
import { projectRoot } from './project-root'

/** A process of ours, with everything it starts in turn. */
export type Child = {
  readonly name: string
  readonly pid: number | undefined
  /** Resolves with the exit code; null if a signal ended it. */
  readonly exited: Promise<number | null>
  hasExited(): boolean
  /** Asks it to end, waits, then ends it. Safe to call again. */
  stop(): Promise<void>
}

export type ChildOptions = {
  readonly name: string
  /** What Node is given: flags, file, arguments. */
  readonly args: readonly string[]
  /** The whole environment: nothing is inherited. */
  readonly env: Environment
  /** A file for its output; to our own output if absent. */
  readonly logFile?: string | undefined
  /** How long it may take to end by itself. */
  readonly patienceMs?: number
}

/**
 * Starts Node as a group of its own, so that Ctrl-C in the terminal reaches only us, and we end things in order.
 * Ends with us even if we are killed.
 */
export function startChild({ name, args, env, logFile, patienceMs = 15_000 }: ChildOptions): Child {
  const log = logFile ? openLog(logFile) : undefined
  const output = log ?? 'inherit'
  const child = spawn(process.execPath, args, {
    cwd: projectRoot,
    env: env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', output, output],
  })
  if (log !== undefined) closeSync(log)
  const standDown = child.pid ? guardAgainstOrphan(-child.pid, 'TERM') : () => undefined
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1)).once('exit', (code) => resolve(code))
  })
  void exited.then(standDown)
  const hasExited = () => child.exitCode !== null || child.signalCode !== null || child.pid === undefined
  const stop = async () => {
    for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
      if (!child.pid || hasExited()) break
      signalGroup(child.pid, signal)
      await Promise.race([exited, sleep(patienceMs, undefined, { ref: false })])
    }
    if (child.pid) signalGroup(child.pid, 'SIGKILL')
  }
  return { name, pid: child.pid, exited, hasExited, stop }
}

function openLog(file: string): number {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  return openSync(file, 'w', 0o600)
}

/** Also ends what a process left of its group after it ended itself. */
function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group is gone already.
  }
}
