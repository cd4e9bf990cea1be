import 'server-only'

import { createServer, type AddressInfo, type Server } from 'node:net'
import { logger } from '@/lib/platform/logger'
import { answerFrames, type AnswerSetting } from './answer-frame'
import { errorKind } from './error-kind'
import type { MessageHandler } from './message-handler'
import { MllpConnection, type ConnectionSetting, type FrameAnswerer } from './mllp-connection'

const log = logger('hl7')

/** This machine alone: MLLP has neither log-in nor encryption, so anything else stands behind a tunnel or a firewall. */
const LOOPBACK = '127.0.0.1'
const MINUTE = 60_000
/** Beyond a hundred a commit costs next to nothing for each message, and those behind wait longer for their answers. */
const MOST_TOGETHER = 100
/** One is written while one is judged and one is read; a fourth would only wait. */
const MOST_LOTS = 3

export type ListenerSetting = AnswerSetting &
  ConnectionSetting & {
    host: string
    mostConnections: number
    /** How long `stop` waits for messages that are being stored. */
    stopMilliseconds: number
  }

const USUAL_SETTING: Omit<ListenerSetting, 'mostTogether' | 'mostLots'> = {
  host: LOOPBACK,
  processingIds: ['P'],
  enhancedMode: false,
  idleMilliseconds: 10 * MINUTE,
  messageMilliseconds: MINUTE,
  mostConnections: 100,
  stopMilliseconds: 10_000,
}

export type MllpListener = {
  host: string
  port: number
  /** Takes no more connections, lets each finish the message it is storing, and closes them. */
  stop: () => Promise<void>
}

/**
 * Listens for HL7 v2 over MLLP.
 *
 * @param port 0 takes any that is free
 * @returns once it listens; rejects when it cannot
 */
export async function startMllpListener(
  port: number,
  handler: MessageHandler,
  changes: Partial<ListenerSetting> = {},
): Promise<MllpListener> {
  const [mostTogether, mostLots] = handler.storeTogether ? [MOST_TOGETHER, MOST_LOTS] : [1, 1]
  const setting = { ...USUAL_SETTING, mostTogether, mostLots, ...changes }
  const connections = new Set<MllpConnection>()
  // A peer may close its side behind its last message and still wait for the answer.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const answer: FrameAnswerer = (frames, came) => answerFrames(frames, came, handler, setting)
    const connection = new MllpConnection(socket, answer, setting)
    connections.add(connection)
    socket.once('close', () => connections.delete(connection))
  })
  server.maxConnections = setting.mostConnections
  server.on('drop', () => log.warn('a connection was turned away: there are as many as allowed'))
  await listening(server, port, setting.host)
  server.on('error', (error) => log.error(errorKind(error), 'the listener had an error and goes on'))
  const address = server.address() as AddressInfo
  return {
    host: address.address,
    port: address.port,
    stop: () => stopAll(server, connections, setting.stopMilliseconds),
  }
}

function listening(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function stopAll(
  server: Server,
  connections: ReadonlySet<MllpConnection>,
  patience: number,
): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  const last = setTimeout(() => connections.forEach((connection) => connection.destroy()), patience)
  for (const connection of connections) void connection.stop()
  await closed
  clearTimeout(last)
}
