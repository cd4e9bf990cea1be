import 'server-only'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { bootFaults } from './boot-checks'
import { appPool } from './database-pools'
import { logger } from './logger'

const log = logger('health')

/** How long the answer of the full check is good for. */
const FRESH_MS = 10_000

let checkedAt = Number.NEGATIVE_INFINITY
let faults: Promise<string[]> | undefined
let expected: string[] | undefined

/** Why the service cannot serve; empty if it can. No personal data. */
export async function healthFaults(): Promise<readonly string[]> {
  try {
    await appPool().query('select 1')
    return await recentFaults()
  } catch (error) {
    log.error({ code: Reflect.get(Object(error), 'code') }, 'the database cannot be reached')
    checkedAt = Number.NEGATIVE_INFINITY
    return ['the database cannot be reached']
  }
}

function recentFaults(): Promise<string[]> {
  const instant = performance.now()
  if (!faults || instant - checkedAt > FRESH_MS) {
    checkedAt = instant
    faults = bootFaults(appPool(), (expected ??= expectedMigrations()))
  }
  return faults
}

function expectedMigrations(): string[] {
  const folder = path.join(process.cwd(), 'prisma/migrations')
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
}
