import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { currentCatalogue } from '@/lib/needs-assessments/catalogue'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { refuseStaleHelp } from './internal/help-under-change'
import { HELP_KIND_LABELS } from './labels'
import type { saveHelpEntrySchema } from './schema'

type Input = z.infer<typeof saveHelpEntrySchema>

/**
 * Adds help to the library of an organisation, or changes what is there. Plans that used it keep its words as they were.
 *
 * @throws NotFound if the organisation is not one that the actor administers, or the entry is not there or retired
 * @throws NotAllowed, Stale
 * @throws RuleBroken if the concern is in no catalogue
 */
export async function saveHelpEntry(actor: Actor, input: Input): Promise<{ entryId: string }> {
  const { organisationId, entryId } = input
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'help_library', entryId ? 'update' : 'create')
    if (!administeredOrganisations(actor).includes(organisationId)) throw new NotFound()
    await requireConcern(tx, input.concernCode)
    const id = entryId || uuidv7()
    if (entryId) await changeEntry(tx, actor, input)
    else await tx.helpEntry.create({ data: { ...wordsOf(input), ...by(actor), id, organisationId } })
    await recordAccess(tx, {
      event: 'help_entry.changed',
      entityId: id,
      detail: { what: entryId ? 'changed' : 'added' },
    })
    return { entryId: id }
  })
}

async function requireConcern(tx: Tx, concernCode: string): Promise<void> {
  const { concerns } = await currentCatalogue(tx)
  if (!concerns.some((concern) => concern.code === concernCode))
    throw new RuleBroken([{ field: 'concernCode', message: 'Select the concern that it helps with' }])
}

async function changeEntry(tx: Tx, actor: Actor, input: Input): Promise<void> {
  const { organisationId, entryId, version } = input
  const { count } = await tx.helpEntry.updateMany({
    where: { id: entryId, organisationId, retiredAt: null, version },
    data: { ...wordsOf(input), ...by(actor), version: { increment: 1 } },
  })
  if (count === 1) return
  await refuseStaleHelp(tx, entryId, organisationId, (current) => [
    { label: 'Kind', theirs: HELP_KIND_LABELS[current.kind], yours: HELP_KIND_LABELS[input.kind] },
    { label: 'Title', theirs: current.title, yours: input.title },
    { label: 'Words', theirs: current.detail, yours: input.detail },
  ])
}

function wordsOf({ concernCode, kind, title, detail }: Input) {
  return { concernCode, kind, title, detail }
}

function by(actor: Actor) {
  return { updatedAt: now(), updatedById: actor.staffId }
}
