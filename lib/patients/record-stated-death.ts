import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { endEverythingOpen } from './internal/after-death'
import { factsAfter } from './internal/facts-after-death'
import type { PatientRecord } from './patient-fields'
import { aboutPerson, readStatedRecord, writeStated } from './internal/stated-rows'

/** What a message says of a death; the null of HL7 for the day counts as living. */
export type SaidOfDeath = { hasDied: boolean | null; diedOn: CalendarDate | null }

/** What became of it. `doubted` and `taken_back` are for somebody to look into: nothing was changed. */
export type StatedDeath = 'nothing_said' | 'recorded' | 'known' | 'doubted' | 'taken_back'

/**
 * Records a death that another system states, as `recordDeath` does: everything open of every team closes, drafts go, letters
 * stop. One that is recorded already stays as it is. What looks like a mistake is not recorded: no day, a day before the birth
 * or to come, or something that was done with the person after it.
 */
export async function recordStatedDeath(
  tx: Tx,
  patientId: string,
  { hasDied, diedOn }: SaidOfDeath,
): Promise<{ death: StatedDeath; entries: AccessEntry[] }> {
  if (hasDied === null && diedOn === null) return { death: 'nothing_said', entries: [] }
  const record = await readStatedRecord(tx, patientId)
  if (record.diedOn !== null || hasDied === false)
    return { death: besideRecord(record.diedOn, { hasDied, diedOn }), entries: [] }
  if (!diedOn || diedOn < record.bornOn || diedOn > today()) return { death: 'doubted', entries: [] }
  await aboutPerson(tx, patientId)
  const isDoubted = (await factsAfter(tx, patientId, diedOn)).length > 0
  const entries = isDoubted ? [] : [await recordDeath(tx, record, diedOn)]
  await aboutPerson(tx, null)
  return { death: isDoubted ? 'doubted' : 'recorded', entries }
}

/** Of a death that is recorded, or of somebody who is said to live. */
function besideRecord(recorded: CalendarDate | null, { hasDied, diedOn }: SaidOfDeath): StatedDeath {
  if (hasDied === false && recorded !== null) return 'taken_back'
  if (hasDied === false) return diedOn === null ? 'nothing_said' : 'doubted'
  return diedOn === null || diedOn === recorded ? 'known' : 'doubted'
}

async function recordDeath(tx: Tx, record: PatientRecord, diedOn: CalendarDate): Promise<AccessEntry> {
  await writeStated(tx, { ...record, diedOn }, { diedOn: { from: null, to: diedOn, source: 'message' } })
  const closed = await endEverythingOpen(tx, record.id)
  return { event: 'patient.death_recorded', patientId: record.id, detail: { closed, source: 'message' } }
}
