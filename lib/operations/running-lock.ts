import { mkdirSync, rmSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createHash } from 'node:crypto'
import { OperatorError } from './operator-error'

/** The longest path that a Unix socket may have on every system. */
const LONGEST_SOCKET_PATH = 100

/**
 * Makes this process the only one that works on the data folder. The system itself lets go of the lock when the
 * process ends, however it ends.
 *
 * @returns a function that lets go
 * @throws OperatorError if another process holds it
 */
export async function takeRunningLock(home: string): Promise<() => void> {
  const socket = socketPath(home)
  mkdirSync(path.dirname(socket), { recursive: true, mode: 0o700 })
  if (await isHeld(socket))
    throw new OperatorError(`Alongside is already running from this folder (${home}).`)
  rmSync(socket, { force: true })
  const server = net.createServer((connection) => connection.destroy())
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(new OperatorError(`Cannot write to ${home}: ${error.message}`)))
    server.listen(socket, resolve)
  })
  server.unref()
  return () => server.close()
}

/** Whether a running Alongside holds the data folder. */
export function isRunning(home: string): Promise<boolean> {
  return isHeld(socketPath(home))
}

function socketPath(home: string): string {
  const inside = path.join(home, 'running.sock')
  if (inside.length <= LONGEST_SOCKET_PATH) return inside
  return path.join(
    os.tmpdir(),
    `alongside-${createHash('sha256').update(home).digest('hex').slice(0, 16)}.sock`,
  )
}

function isHeld(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = net.connect(socket)
    connection.once('connect', () => {
      connection.destroy()
      resolve(true)
    })
    connection.once('error', () => resolve(false))
  })
}
