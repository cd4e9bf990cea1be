import 'server-only'
import type { z } from 'zod'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { now, today } from '@/lib/platform/clock'
import { fromDatabaseDate, fromDatabaseDateOrNull, toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { ContactBlockReason, MessageChannel } from '@/lib/platform/prisma-client/enums'
import type { endBlockSchema, recordBlockSchema } from './schema'

/** What stands, or stood, against reaching a person in one way or (null) in any. */
export type ContactBlock = {
  id: string
  version: number
  channel: MessageChannel | null
  reason: ContactBlockReason
  note: string | null
  startedOn: CalendarDate
  endedOn: CalendarDate | null
  by: string
}

/** Those that stand first, the newest of each first. @throws NotFound, NotAllowed */
export async function listContactBlocks(
  actor: Actor,
  patientId: string,
): Promise<{ blocks: ContactBlock[]; mayChange: boolean }> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['contact_block', 'read'])
    const rows = await tx.contactBlock.findMany({ where: { patientId }, orderBy: { id: 'desc' } })
    const nameOf = await staffNames(
      tx,
      rows.map(({ recordedById }) => recordedById),
    )
    const blocks = rows.map(({ id, version, channel, reason, note, startedOn, endedOn, recordedById }) => ({
      id,
      version,
      channel,
      reason,
      note,
      startedOn: fromDatabaseDate(startedOn),
      endedOn: fromDatabaseDateOrNull(endedOn),
      by: nameOf(recordedById),
    }))
    return {
      blocks: blocks.toSorted((one, other) => Number(one.endedOn !== null) - Number(other.endedOn !== null)),
      mayChange: mayUnderCare(context, 'contact_block', 'update').allowed,
    }
  })
}

/**
 * Records that a person is not to be reached in a way, from today. Messages that have not left are stopped by it when they
 * would leave.
 *
 * @throws NotFound, NotAllowed; RuleBroken if the same stands already
 */
export async function recordContactBlock(
  actor: Actor,
  { patientId, channel, reason, note }: z.output<typeof recordBlockSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['contact_block', 'create'])
    const id = uuidv7()
    const row = {
      id,
      patientId,
      channel: channel === 'all' ? null : channel,
      reason,
      note,
      startedOn: toDatabaseDate(today()),
      recordedAt: now(),
      recordedById: actor.staffId,
    }
    const { count } = await tx.contactBlock.createMany({ data: [row], skipDuplicates: true })
    if (count === 0) throw new RuleBroken('This is recorded already and stands')
    await recordAccess(tx, {
      event: 'contact_block.recorded',
      patientId,
      entityId: id,
      detail: { channel, reason },
    })
    return null
  })
}

/** Ends it: messages leave again from today. @throws NotFound, NotAllowed; RuleBroken if somebody ended it already */
export async function endContactBlock(
  actor: Actor,
  { patientId, blockId, version }: z.output<typeof endBlockSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['contact_block', 'update'])
    const { count } = await tx.contactBlock.updateMany({
      where: { id: blockId, patientId, version, endedOn: null },
      data: { endedOn: toDatabaseDate(today()), version: { increment: 1 } },
    })
    if (count === 0) throw new RuleBroken('Somebody has ended this already. Open the page again')
    await recordAccess(tx, { event: 'contact_block.ended', patientId, entityId: blockId })
    return null
  })
}
