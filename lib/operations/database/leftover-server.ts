import { spawnSync } from 'node:child_process'
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from '../operator-error'

/**
 * Clears away what a killed process left: a lock file whose process is gone or is another program by now, or a
 * server that still runs on the folder. The caller must know that no other supervisor is at work on it.
 */
export async function stopLeftoverServer(dataFolder: string): Promise<void> {
  const lockFile = path.join(dataFolder, 'postmaster.pid')
  const pid = pidIn(lockFile)
  if (!pid) return
  if (!isServerOf(pid, dataFolder)) return rmSync(lockFile, { force: true })
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    process.kill(pid, signal)
    for (let waited = 0; waited < 10_000; waited += 50) {
      if (!isServerOf(pid, dataFolder)) return
      await sleep(50)
    }
  }
  throw new OperatorError(`Another Postgres (process ${pid}) still runs on ${dataFolder} and does not stop.`)
}

/** Whether a server runs on the folder. */
export function hasServer(dataFolder: string): boolean {
  const pid = pidIn(path.join(dataFolder, 'postmaster.pid'))
  return pid !== undefined && isServerOf(pid, dataFolder)
}

function pidIn(lockFile: string): number | undefined {
  try {
    return Number(readFileSync(lockFile, 'utf8').split('\n')[0]) || undefined
  } catch {
    return undefined
  }
}

/** A server works in its data folder, which tells it from another program that has got the same process number. */
function isServerOf(pid: number, dataFolder: string): boolean {
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(dataFolder)
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(
      dataFolder,
    )
  } catch {
    return false
  }
}
