import { spawn } from 'node:child_process'

/**
 * Makes sure that a child process does not outlive this one, even when this one is killed with no chance to clean
 * up: a shell waits on a pipe that breaks when we die, and then sends `signal`.
 *
 * @returns a function that stands the guard down; call it when the child has ended
 */
export function guardAgainstOrphan(pid: number, signal: 'INT' | 'TERM'): () => void {
  const script = 'read word && exit 0; kill -s "$1" -- "$2" 2>/dev/null'
  const guard = spawn('/bin/sh', ['-c', script, 'sh', signal, String(pid)], {
    cwd: '/',
    detached: true,
    env: { NODE_ENV: 'production' },
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  guard.on('error', () => undefined)
  guard.stdin.on('error', () => undefined)
  guard.unref()
  return () => guard.stdin.end('done\n')
}
