import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** A process of this machine. */
export type RunningProcess = {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** Memory in use, shared parts counted in full, in bytes. */
  readonly residentBytes: number
}

const KILOBYTE = 1024

/** Every process that can be seen; from the files of /proc where there are any, since `ps` may be missing there. */
export function runningProcesses(): RunningProcess[] {
  return existsSync('/proc/self/stat') ? fromFiles() : fromListing()
}

function fromFiles(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => fromStat(Number(name)) ?? [])
}

/** `stat` has state, parent and group after the program's name in brackets. */
function fromStat(pid: number): RunningProcess | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const [, parent = 0, group = 0] = fields.map(Number)
    const [, kilobytes = 0] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    return { pid, parent, group, residentBytes: Number(kilobytes) * KILOBYTE }
  } catch {
    return undefined
  }
}

function fromListing(): RunningProcess[] {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,pgid=,rss='], { encoding: 'utf8' })
  return stdout
    .trim()
    .split('\n')
    .map((line) => {
      const [pid = 0, parent = 0, group = 0, kilobytes = 0] = line.trim().split(/\s+/).map(Number)
      return { pid, parent, group, residentBytes: kilobytes * KILOBYTE }
    })
}
