import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Carrier, Outgoing } from '@/lib/messages/carrier'

/**
 * Writes what would leave into a folder, a file for each message: for demonstrations and for trying a deployment out.
 * A message that is there is not written again, so that each is there once; one that is there is whole.
 */
export function outboxFolder(folder: string): Carrier {
  const fileOf = (messageId: string) => path.join(folder, `${messageId}.json`)
  return {
    send: async ({ messageId, ...rest }: Outgoing) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const file = fileOf(messageId)
      if (existsSync(file)) return { reference: null }
      // Half a file must not pass for a message: it gets its name once it is whole.
      const unfinished = `${file}.unfinished`
      writeFileSync(unfinished, `${JSON.stringify(rest, null, 2)}\n`, { mode: 0o600, flush: true })
      renameSync(unfinished, file)
      return { reference: null }
    },
    find: async (messageId) => (existsSync(fileOf(messageId)) ? { reference: null } : 'not_sent'),
  }
}
