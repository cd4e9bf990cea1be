import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { RuleBroken } from '@/lib/platform/errors'
import { finishFile, holdFile } from './internal/held-file'
import type { resultFileSchema } from './schema'

/**
 * Puts a file away without filing what is left of it; its rows are removed. Again changes nothing.
 *
 * @throws NotAllowed; NotFound; RuleBroken if it was filed, whole or in part
 */
export async function discardResultFile(
  actor: Actor,
  { fileId }: z.output<typeof resultFileSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'result_file', 'update')
    const { state, report } = await holdFile(tx, fileId)
    const begun = await tx.resultFileRow.count({ where: { fileId, outcome: { not: null } } })
    if (state === 'applied' || begun > 0)
      throw new RuleBroken('Rows of this file were filed already, so it cannot be put away. Go on with it')
    if (state === 'discarded') return null
    await finishFile(tx, actor, fileId, { state: 'discarded', report })
    await recordAccess(tx, { event: 'result_file.discarded', entityId: fileId })
    return null
  })
}
