import { readFileSync } from 'node:fs'
import { parseProtocol, type Protocol } from '@/lib/follow-up/protocol'
import { knownTests } from '@/lib/results/known-tests'

/** A protocol that ships, by its id. */
export function knownProtocol(id: string): Protocol {
  return parseProtocol(readFileSync(`prisma/reference/protocols/${id}.yaml`, 'utf8'), knownTests())
}
