import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { afterDeathWords } from './after-death-words'
import { endEverythingOpen } from './internal/after-death'
import { changeRecord, getRecord } from './internal/change-record'
import { factsAfter } from './internal/facts-after-death'
import type { recordDeathSchema } from './schema'

type Death = Omit<z.output<typeof recordDeathSchema>, 'isDateRight'> & { isDateRight?: boolean }

/**
 * Records that a person has died, or corrects the date. Every open task of every team is closed with that reason, so no
 * reminder goes out; work in progress is discarded; nothing else is deleted.
 *
 * @throws NotFound, NotAllowed, Stale; RuleBroken if the date is before the date of birth, or before something that was
 *   done with the person and nobody said that it is right
 */
export async function recordDeath(
  actor: Actor,
  { patientId, version, diedOn, isDateRight }: Death,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['death', 'create'])
    const { bornOn } = await getRecord(tx, patientId)
    if (diedOn < bornOn) {
      throw new RuleBroken([
        { field: 'diedOn', message: 'Date of death must not be before the date of birth' },
      ])
    }
    if (!isDateRight) await requireNothingAfter(tx, patientId, diedOn)
    const changes = await changeRecord(tx, actor, { patientId, version, fields: { diedOn } })
    // Recorded as it is already, nothing has ended since; and somebody may be correcting it at this moment.
    const closed = Object.keys(changes).length > 0 ? await endEverythingOpen(tx, patientId) : 0
    await recordAccess(tx, { event: 'patient.death_recorded', patientId, detail: { closed } })
    return null
  })
}

/** A mistyped death would close everything of somebody who is alive. @throws RuleBroken */
async function requireNothingAfter(tx: Tx, patientId: string, diedOn: CalendarDate): Promise<void> {
  const facts = await factsAfter(tx, patientId, diedOn)
  if (facts.length > 0) throw new RuleBroken([{ field: 'isDateRight', message: afterDeathWords(facts) }])
}
