import 'server-only'
import type { CareContext } from '@/lib/access/care-context'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { DRAFT_FORM } from './internal/assessment-course'

export type ListedDraft = {
  teamId: string
  /** Of one of the actor's teams, to go on with; another team's is there to know of. */
  isOwn: boolean
  teamName: string
  version: number
  savedBy: string
  savedAt: Date
}

/** Assessments in progress about a patient, of every team in care, for a query that has opened the patient. */
export async function listDrafts(tx: Tx, { patientId, teams }: CareContext): Promise<ListedDraft[]> {
  const rows = await tx.draft.findMany({
    where: { patientId, form: DRAFT_FORM },
    orderBy: { updatedAt: 'desc' },
    include: { team: { select: { name: true } } },
  })
  const nameOf = await staffNames(
    tx,
    rows.map(({ updatedById }) => updatedById),
  )
  return rows.map(({ teamId, team, version, updatedById, updatedAt }) => ({
    teamId,
    isOwn: teams.some((own) => own.teamId === teamId),
    teamName: team.name,
    version,
    savedBy: nameOf(updatedById),
    savedAt: updatedAt,
  }))
}
