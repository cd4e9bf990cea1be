import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import { londonDate } from '@/lib/nhs/instant'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { ReviewActionView } from '../review-action'
import type { ReviewActionRow } from './action-rows'

/** Actions as pages show them, with the names of who said what. */
export async function viewReviewActions(
  tx: Tx,
  rows: readonly ReviewActionRow[],
): Promise<ReviewActionView[]> {
  const nameOf = await staffNames(
    tx,
    rows.flatMap(({ events }) => events.map(({ recordedById }) => recordedById)),
  )
  return rows.map((row) => ({
    id: row.id,
    patientId: row.patientId,
    reviewId: row.reviewId,
    version: row.events.length,
    what: row.what,
    owner: ownerOf(row),
    practice: { name: row.team.name, telephone: row.team.telephone },
    dueOn: row.dueNow,
    state: row.state,
    agreedOn: londonDate(row.recordedAt),
    history: row.events.map(({ kind, on, note, dueOn, recordedById, recordedAt }) => ({
      kind,
      on: fromDatabaseDate(on),
      note,
      dueOn: fromDatabaseDateOrNull(dueOn),
      by: nameOf(recordedById),
      at: recordedAt,
    })),
  }))
}

function ownerOf({ ownerKind, ownerNow, team }: ReviewActionRow): ReviewActionView['owner'] {
  if (ownerKind === 'person') return { kind: ownerKind, name: 'The person', telephone: null }
  const owner = ownerKind === 'practice' ? team : ownerNow
  return { kind: ownerKind, name: owner?.name ?? 'A hospital team', telephone: owner?.telephone ?? null }
}
