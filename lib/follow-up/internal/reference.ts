import 'server-only'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { knownTests } from '@/lib/results/known-tests'
import { parseProtocol, type Protocol } from '../protocol'
import { textOrder } from './text-order'
import { parseStratificationCriteria, type StratificationCriteria } from '../stratification-criteria'

const REFERENCE = path.join(process.cwd(), 'prisma/reference')

let protocols: Protocol[] | null = null
let criteria: StratificationCriteria | null = null

/** Every version of every protocol that ships, by title, the latest version first; read and checked once. */
export function shippedProtocols(): readonly Protocol[] {
  protocols ??= readdirSync(path.join(REFERENCE, 'protocols'))
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => parseProtocol(readFileSync(path.join(REFERENCE, 'protocols', file), 'utf8'), knownTests()))
    .sort(
      (one, other) => one.title.localeCompare(other.title, 'en-GB') || textOrder(other.version, one.version),
    )
  return protocols
}

/** One version of a protocol that ships, or null. */
export function shippedProtocol(code: string, version: string): Protocol | null {
  return shippedProtocols().find((one) => one.id === code && one.version === version) ?? null
}

/** What a stratification decision weighs; read and checked once. */
export function stratificationCriteria(): StratificationCriteria {
  const file = path.join(REFERENCE, 'stratification/2026-11.yaml')
  criteria ??= parseStratificationCriteria(readFileSync(file, 'utf8'))
  return criteria
}
