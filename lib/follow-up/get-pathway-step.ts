import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { listCaringTeams, type CaringTeam } from '@/lib/care-teams/current-teams'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import type { PathwayView } from './follow-up-view'
import { pathwayState } from './internal/pathway-state'
import { readPathways } from './internal/read-pathways'
import { standingOf } from './internal/standing'
import { viewPathway } from './internal/view-pathway'
import { stepsFrom, type PathwayStep } from './pathway-steps'

export type PathwayStepPage = {
  pathway: PathwayView
  recallDays: number
  /** Hospital and community teams that could take over. */
  others: CaringTeam[]
  practice: CaringTeam | null
}

/** A pathway, about to take a step. @throws NotFound also where it cannot take this step as it stands, NotAllowed */
export async function getPathwayStep(
  actor: Actor,
  { patientId, pathwayId, step }: { patientId: string; pathwayId: string; step: PathwayStep | null },
): Promise<PathwayStepPage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['follow_up_pathway', 'update'])
    const [known] = isUuid(pathwayId)
      ? await readPathways(tx, { ids: [pathwayId], patientIds: [patientId] })
      : []
    if (!known || !step) throw new NotFound()
    const { state, isSuspended } = pathwayState(known.row)
    if (!stepsFrom(state, isSuspended).includes(step)) throw new NotFound()
    const diagnoses = await listDiagnoses(tx, patientId)
    const teams = await listCaringTeams(tx, patientId)
    await recordAccess(tx, { event: 'follow_up.viewed', patientId, entityId: pathwayId })
    const around = { diagnoses, nameOf: () => '', withStates: true, snapshots: new Map() }
    return {
      pathway: viewPathway(known, standingOf(known, today()), around),
      recallDays: known.row.team.recallDays,
      others: teams.filter(({ id, kind }) => kind !== 'practice' && id !== known.row.teamId),
      practice: teams.find(({ kind }) => kind === 'practice') ?? null,
    }
  })
}
