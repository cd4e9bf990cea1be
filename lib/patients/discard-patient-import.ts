import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { RuleBroken } from '@/lib/platform/errors'
import { finishImport, holdImport } from './internal/held-import'
import type { patientImportSchema } from './schema'

/**
 * Puts an import away without writing any patient; its rows are removed. Discarding again changes nothing.
 *
 * @throws NotAllowed; NotFound; RuleBroken if it was applied
 */
export async function discardPatientImport(
  actor: Actor,
  { importId }: z.output<typeof patientImportSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'patient_import', 'update')
    const { state } = await holdImport(tx, importId)
    if (state === 'applied') throw new RuleBroken('This import was applied already and cannot be discarded')
    if (state === 'discarded') return null
    await finishImport(tx, actor, importId, { state: 'discarded' })
    await recordAccess(tx, { event: 'patient_import.discarded', entityId: importId })
    return null
  })
}
