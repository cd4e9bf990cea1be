import 'server-only'
import { recordAccess } from '@/lib/access-log/record-access'
import { asActor } from '@/lib/access/as-actor'
import { isUuid } from '@/lib/access/care-context'
import type { LinkActor } from '@/lib/access/link-actor'
import { openByLink } from '@/lib/access/link-context'
import { recordLinkUse } from '@/lib/document-links/record-link-use'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { giveAnswer, type Answer } from './internal/give-answer'
import { findRequests, type RequestRow } from './internal/request-rows'

/**
 * As `answerPracticeRequest`, for a practice without accounts that came by a link: the same rules, the same words, the
 * same consequences.
 *
 * @throws NotFound, NotAllowed (the person died or moved, or a later version is signed), Stale, RuleBroken
 */
export async function answerByLink(actor: LinkActor, input: Answer): Promise<null> {
  return asActor(actor, async (tx) => {
    const open = () => openRequestOfLink(tx, actor, input.requestId)
    const entry = await giveAnswer(tx, actor, open, input)
    await recordLinkUse(tx, actor, { kind: 'answered', subjectId: input.requestId })
    await recordAccess(tx, entry)
    return null
  })
}

async function openRequestOfLink(tx: Tx, actor: LinkActor, requestId: string): Promise<RequestRow> {
  await openByLink(tx, actor, ['practice_request', 'update'])
  const [request] = isUuid(requestId) ? await findRequests(tx, { id: requestId }) : []
  if (!request) throw new NotFound()
  return request
}
