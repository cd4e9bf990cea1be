import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { RuleBroken } from '@/lib/platform/errors'
import { endEverythingOpen } from './internal/after-death'
import { changeRecord, getRecord } from './internal/change-record'
import type { recordDeathSchema } from './schema'

/**
 * Records that a person has died, or corrects the date. Every open task of every team is closed with that reason, so no
 * reminder goes out; work in progress is discarded; nothing else is deleted.
 *
 * @throws NotFound, NotAllowed, Stale; RuleBroken if the date is before the date of birth
 */
export async function recordDeath(
  actor: Actor,
  { patientId, version, diedOn }: z.output<typeof recordDeathSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['death', 'create'])
    const { bornOn } = await getRecord(tx, patientId)
    if (diedOn < bornOn) {
      throw new RuleBroken([
        { field: 'diedOn', message: 'Date of death must not be before the date of birth' },
      ])
    }
    await changeRecord(tx, actor, { patientId, version, fields: { diedOn } })
    const closed = await endEverythingOpen(tx, patientId)
    await recordAccess(tx, { event: 'patient.death_recorded', patientId, detail: { closed } })
    return null
  })
}
