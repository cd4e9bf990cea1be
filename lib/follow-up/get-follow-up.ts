import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { today } from '@/lib/platform/clock'
import { listNextActs, type NextAct } from '@/lib/tasks/team-task'
import type { PathwayView } from './follow-up-view'
import { FOLLOW_UP_TASKS } from './pathway-tasks'
import { readOtherVersions } from './internal/other-versions'
import { readPathways } from './internal/read-pathways'
import { readSnapshots } from './internal/snapshot-history'
import { standingOf } from './internal/standing'
import { viewPathway } from './internal/view-pathway'

export type FollowUpPage = {
  /** The newest first. */
  pathways: PathwayView[]
  /** Diagnoses without a pathway that goes on. */
  undecided: Diagnosis[]
  /** What is open and is the actor's teams'. */
  tasks: NextAct[]
  mayDecide: boolean
  /** Shows where tests stand: not to a practice. */
  withStates: boolean
}

/** How a person is followed up. @throws NotFound, NotAllowed */
export async function getFollowUp(actor: Actor, patientId: string): Promise<FollowUpPage> {
  const { isEmergency } = await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['follow_up_pathway', 'read'])
    const withStates = mayUnderCare(context, 'result', 'read').allowed
    const known = await readPathways(tx, { patientIds: [patientId] })
    const diagnoses = await listDiagnoses(tx, patientId)
    const snapshots = await readSnapshots(
      tx,
      known.map(({ row }) => row.id),
    )
    const recorded = known.flatMap(({ row }) => [...row.events, ...(snapshots.get(row.id) ?? [])])
    const nameOf = await staffNames(
      tx,
      recorded.map(({ recordedById }) => recordedById),
    )
    const otherVersions = await readOtherVersions(tx, actor, known)
    const around = { diagnoses, nameOf, withStates, snapshots, otherVersions }
    const pathways = known
      .map((pathway) => viewPathway(pathway, standingOf(pathway, today()), around))
      .reverse()
    const tasks = await listNextActs(tx, patientId, FOLLOW_UP_TASKS)
    await recordAccess(tx, { event: 'follow_up.viewed', patientId })
    const onPathway = new Set(
      pathways.flatMap(({ endedOn, diagnosis }) => (endedOn ? [] : (diagnosis?.id ?? []))),
    )
    return {
      pathways,
      undecided: diagnoses.filter(({ id }) => !onPathway.has(id)),
      tasks,
      mayDecide: !isEmergency && mayUnderCare(context, 'stratification_decision', 'sign').allowed,
      withStates,
    }
  })
}
