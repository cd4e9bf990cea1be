import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { LinkActor } from '@/lib/access/link-actor'
import type { Tx } from '@/lib/platform/database'
import type { DocumentLinkEventKind } from '@/lib/platform/prisma-client/enums'

type Use = { kind: 'read'; subjectId?: never } | { kind: 'answered'; subjectId: string }

/**
 * Notes what was done by a link, in that transaction; once the document is read and each request in it answered for
 * good, that the link has served its end and opens no more.
 */
export async function recordLinkUse(tx: Tx, actor: LinkActor, { kind, subjectId }: Use): Promise<void> {
  await note(tx, actor, kind, subjectId)
  const [row] = await tx.$queryRaw<{ settled: boolean }[]>`select access.link_is_settled() as settled`
  if (row?.settled) await note(tx, actor, 'finished')
}

async function note(
  tx: Tx,
  { patientId, linkId }: LinkActor,
  kind: DocumentLinkEventKind,
  subjectId: string | null = null,
): Promise<void> {
  await tx.documentLinkEvent.createMany({
    data: [{ id: uuidv7(), patientId, linkId, kind, subjectId }],
    skipDuplicates: true,
  })
}
