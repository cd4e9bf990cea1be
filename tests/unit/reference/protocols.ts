import { readdirSync, readFileSync } from 'node:fs'
import { parseProtocol, type Protocol } from '@/lib/follow-up/protocol'
import { surveillanceTests } from './surveillance-tests'

const FOLDER = 'prisma/reference/protocols'

/** The text of every protocol that ships, by its id. */
export const protocolTexts: Record<string, string> = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file.replace('.yaml', ''), readFileSync(`${FOLDER}/${file}`, 'utf8')]),
)

const parsed = new Map<string, Protocol>()

/** A protocol that ships; read once, since reading costs more than most of what is asked of it. */
export function shippedProtocol(id: string): Protocol {
  const text = protocolTexts[id]
  if (text === undefined) throw new Error(`There is no protocol ${id}`)
  const protocol = parsed.get(id) ?? parseProtocol(text, surveillanceTests)
  parsed.set(id, protocol)
  return protocol
}
