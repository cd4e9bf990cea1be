import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { LivePathway } from '@/lib/follow-up/live-pathways'
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

/** The rules of release of every protocol that a person is followed up by. */
export function releaseRulesOf(pathways: readonly LivePathway[]): ReleaseRule[] {
  return pathways.flatMap(({ snapshot }): Protocol['release'] => snapshot.protocol.release)
}

/** How a result is to reach the person, by the protocols and as it is judged now. */
export function howReleased(row: ResultRow, rules: readonly ReleaseRule[]): Release {
  return releaseFor({ result: row.fact, rules, isInQuestion: row.judgements.at(-1)?.isInRange !== true })
}

/** From when a result may be known that nobody has to look at first, as it is kept; null where it may be already, or waits for its review. */
export function policyRelease(row: ResultRow, rules: readonly ReleaseRule[]) {
  if (row.releases.length > 0) return null
  const release = howReleased(row, rules)
  if (release.how === 'on_sign_off') return null
  const hours = release.how === 'at_once' ? 0 : release.hours
  return releaseRow(row, {
    basis: release.how,
    releasedAt: hours === 0 ? row.recordedAt : addWorkingHours(row.recordedAt, hours, holidays),
    recordedById: null,
  })
}

/** Whoever reviews a result signs it off: the practice reads it from then on, and the person is told. */
export async function signOff(tx: Tx, row: ResultRow, staffId: string): Promise<void> {
  const release = releaseRow(row, { basis: 'signed_off', releasedAt: now(), recordedById: staffId })
  await tx.resultRelease.createMany({ data: [release] })
}

type Kept = { basis: ReleaseBasis; releasedAt: Date; recordedById: string | null }

function releaseRow({ id: resultId, patientId }: Pick<ResultRow, 'id' | 'patientId'>, kept: Kept) {
  return { id: uuidv7(), patientId, resultId, recordedAt: now(), ...kept }
}
