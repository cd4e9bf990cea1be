import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

/** A process of this machine. */
export type RunningProcess = {
  readonly pid: number
  readonly parent: number
  readonly group: number
  /** Memory in use, shared parts counted in full, in bytes. */
  readonly residentBytes: number
  /**
   * Processor time used so far, in milliseconds, with that of its children that have ended; 0 where the machine does not
   * tell it finely.
   */
  readonly processorMs: number
}

const KILOBYTE = 1024
/** Of processor time in /proc: a hundredth of a second everywhere that Node runs. */
const TICK_MS = 10

/** Every process that can be seen; from the files of /proc where there are any, since `ps` may be missing there. */
export function runningProcesses(): RunningProcess[] {
  return existsSync('/proc/self/stat') ? fromFiles() : fromListing()
}

function fromFiles(): RunningProcess[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => fromStat(Number(name)) ?? [])
}

/** What uses memory and processor in one process group: a child that we started, and what it started in turn. */
export function usageOfGroup(group: number): Pick<RunningProcess, 'residentBytes' | 'processorMs'> {
  const members = runningProcesses().filter((each) => each.group === group)
  return {
    residentBytes: members.reduce((sum, each) => sum + each.residentBytes, 0),
    processorMs: members.reduce((sum, each) => sum + each.processorMs, 0),
  }
}

/** `stat` has state, parent and group after the program's name in brackets, and its ticks on the 12th to 15th place, those of ended children last. */
function fromStat(pid: number): RunningProcess | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    const [, parent = 0, group = 0] = fields.map(Number)
    const [, kilobytes = 0] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
    const processorMs = ticks * TICK_MS
    return { pid, parent, group, residentBytes: Number(kilobytes) * KILOBYTE, processorMs }
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
      return { pid, parent, group, residentBytes: kilobytes * KILOBYTE, processorMs: 0 }
    })
}
