import 'server-only'
import { uuidv7 } from 'uuidv7'
import { listLivePathways } from '@/lib/follow-up/live-pathways'
import type { Protocol } from '@/lib/follow-up/protocol'
import { addWorkingHours } from '@/lib/nhs/working-hours'
import { parseBankHolidays } from '@/lib/platform/bank-holidays'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import type { ReleaseBasis } from '@/lib/platform/prisma-client/enums'
import england from '@/prisma/reference/bank-holidays/england.json' with { type: 'json' }
import { releaseFor, type Release, type ReleaseRule } from '../release'
import type { ResultRow } from './result-rows'

const holidays = parseBankHolidays(england)

/** The rules of release of every protocol that the person is followed up by. */
export async function releaseRulesFor(tx: Tx, patientId: string): Promise<ReleaseRule[]> {
  const pathways = await listLivePathways(tx, patientId)
  return pathways.flatMap(({ snapshot }): Protocol['release'] => snapshot.protocol.release)
}

/** How a result is to reach the person, by the protocols and as it is judged now. */
export function howReleased(row: ResultRow, rules: readonly ReleaseRule[]): Release {
  return releaseFor({ result: row.fact, rules, isInQuestion: row.judgements.at(-1)?.isInRange !== true })
}

/** Keeps from when a result may be known that nobody has to look at first. One on sign-off waits for its review. */
export async function releaseByPolicy(tx: Tx, row: ResultRow): Promise<void> {
  if (row.releases.length > 0) return
  const release = howReleased(row, await releaseRulesFor(tx, row.patientId))
  if (release.how === 'on_sign_off') return
  const hours = release.how === 'at_once' ? 0 : release.hours
  await keepRelease(tx, row, {
    basis: release.how,
    releasedAt: hours === 0 ? row.recordedAt : addWorkingHours(row.recordedAt, hours, holidays),
    recordedById: null,
  })
}

/** Whoever reviews a result signs it off: the practice reads it from then on, and the person is told. */
export async function signOff(tx: Tx, row: ResultRow, staffId: string): Promise<void> {
  await keepRelease(tx, row, { basis: 'signed_off', releasedAt: now(), recordedById: staffId })
}

type Kept = { basis: ReleaseBasis; releasedAt: Date; recordedById: string | null }

async function keepRelease(tx: Tx, { id: resultId, patientId }: ResultRow, kept: Kept): Promise<void> {
  await tx.resultRelease.createMany({
    data: [{ id: uuidv7(), patientId, resultId, recordedAt: now(), ...kept }],
  })
}
