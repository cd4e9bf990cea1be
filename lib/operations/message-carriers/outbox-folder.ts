import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Carrier, Outgoing } from '@/lib/messages/carrier'

/**
 * Writes what would leave into a folder, a file for each message: for demonstrations and for trying a deployment out.
 * A message that is there is not written again, so that each is there once.
 */
export function outboxFolder(folder: string): Carrier {
  const fileOf = (messageId: string) => path.join(folder, `${messageId}.json`)
  return {
    send: async (message: Outgoing) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const { messageId, ...rest } = message
      if (!existsSync(fileOf(messageId)))
        writeFileSync(fileOf(messageId), `${JSON.stringify(rest, null, 2)}\n`, { flag: 'wx', mode: 0o600 })
      return { reference: null }
    },
    find: async (messageId) => (existsSync(fileOf(messageId)) ? { reference: null } : 'not_sent'),
  }
}
