import { afterEach } from 'vitest'
import { ACCEPTED, type Answer } from '@/lib/interop/hl7/hl7-error'
import type { Delivery, MessageHandler } from '@/lib/interop/hl7/message-handler'
import { startMllpListener, type ListenerSetting, type MllpListener } from '@/lib/interop/hl7/mllp-listener'
import type { AcceptedMessage } from '@/lib/interop/hl7/receive-message'
import { MllpClient } from '@/tests/support/mllp-client'

/** A handler that keeps what it is given, and commits when it is let. */
export class StoredMessages implements MessageHandler {
  readonly accepted: string[] = []
  readonly refused: Delivery[] = []
  /** What a commit waits for, by control id. */
  commit: (controlId: string) => Promise<Answer | void> = () => Promise.resolve()

  async accept({ header }: AcceptedMessage): Promise<Answer> {
    const answer = await this.commit(header.controlId)
    this.accepted.push(header.controlId)
    return answer ?? ACCEPTED
  }

  keepRefused(_message: unknown, delivery: Delivery): Promise<void> {
    this.refused.push(delivery)
    return Promise.resolve()
  }
}

const open: { listeners: MllpListener[]; clients: MllpClient[] } = { listeners: [], clients: [] }

/** A listener on a port that is free, stopped after the test. */
export async function listening(
  handler: MessageHandler,
  setting: Partial<ListenerSetting> = {},
): Promise<MllpListener> {
  const listener = await startMllpListener(0, handler, { stopMilliseconds: 2000, ...setting })
  open.listeners.push(listener)
  return listener
}

export async function connected({ port }: MllpListener): Promise<MllpClient> {
  const client = await MllpClient.connect(port)
  open.clients.push(client)
  return client
}

afterEach(async () => {
  for (const client of open.clients.splice(0)) client.leave()
  await Promise.all(open.listeners.splice(0).map((listener) => listener.stop()))
})

/** A promise and what settles it. */
export function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}
