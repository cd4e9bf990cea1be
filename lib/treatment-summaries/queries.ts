import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient, type CareContext } from '@/lib/access/care-context'
import type { PatientEntity, Verb } from '@/lib/access/access-table'
import { mayUnderCare } from '@/lib/access/policy'
import { recordAccess } from '@/lib/access-log/record-access'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses, listTreatmentPhases, listTreatments } from '@/lib/diagnoses/queries'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getLifeDates } from '@/lib/patients/record/life-dates'
import { NotFound } from '@/lib/platform/errors'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { listGivenUp, type TaskFact } from '@/lib/tasks/task-history'
import { findLiveSummary, listSummaries } from './internal/live-summary'
import { missingFrom, type Missing } from './missing'
import type { ListedSummary, LiveSummary } from './treatment-summary'

export type SummaryListPage = {
  summaries: ListedSummary[]
  mayStart: boolean
  /** What was to be written and signed, and was closed with a reason instead. */
  givenUp: TaskFact[]
}

/** A person's treatment summaries, the phase that ended last first. @throws NotFound, NotAllowed */
export async function listTreatmentSummaries(actor: Actor, patientId: string): Promise<SummaryListPage> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['treatment_summary', 'read'])
    const { diedOn } = await getLifeDates(tx, patientId)
    const summaries = await listSummaries(tx, patientId)
    const givenUp = await listGivenUp(tx, patientId, ['prepare_treatment_summary'])
    await recordAccess(tx, { event: 'treatment_summary.viewed', patientId })
    return { summaries, givenUp, mayStart: diedOn === null && may(context, 'treatment_summary', 'create') }
  })
}

/** A diagnosis of which a summary can be begun, and when a treatment or phase of it last ended. */
export type Start = { diagnosis: Diagnosis; lastEnd: CalendarDate | null }

/** What a summary can be begun of. @throws NotFound, NotAllowed */
export async function getSummaryStart(actor: Actor, patientId: string): Promise<Start[]> {
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['treatment_summary', 'create'])
    const course = [...(await listTreatments(tx, patientId)), ...(await listTreatmentPhases(tx, patientId))]
    const diagnoses = await listDiagnoses(tx, patientId)
    await recordAccess(tx, { event: 'treatment_summary.viewed', patientId })
    return diagnoses.map((diagnosis) => {
      const ends = course
        .filter(({ diagnosisId }) => diagnosisId === null || diagnosisId === diagnosis.id)
        .flatMap(({ endedOn }) => (endedOn ? [endedOn] : []))
      return { diagnosis, lastEnd: ends.sort().at(-1) ?? null }
    })
  })
}

export type SummaryPage = {
  summary: LiveSummary
  /** What must be filled before it can be signed. */
  missing: Missing[]
  /** Of the practice that the person is registered with today. */
  practice: string | null
  /** What it asks of the practice, once it is signed, and how that stands. */
  requests: PracticeRequestView[]
  mayChange: boolean
  /** The actor is a clinician of the summary's team. */
  maySign: boolean
  maySend: boolean
}

/**
 * A summary as it stands, for its page or one of its forms.
 *
 * @param purpose what the page is for
 * @throws NotFound, NotAllowed
 */
export async function getTreatmentSummary(
  actor: Actor,
  { patientId, summaryId }: { patientId: string; summaryId: string },
  purpose: [entity: PatientEntity, verb: Verb] = ['treatment_summary', 'read'],
): Promise<SummaryPage> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, purpose)
    const summary = isUuid(summaryId) ? await findLiveSummary(tx, patientId, summaryId) : null
    if (!summary) throw new NotFound()
    const practice = await findRegisteredPractice(tx, patientId)
    await recordAccess(tx, { event: 'treatment_summary.viewed', patientId, entityId: summaryId })
    const isAlive = summary.person.diedOn === null
    const roles = context.teams.filter(({ teamId }) => teamId === summary.team.id).map(({ role }) => role)
    return {
      summary,
      missing: missingFrom(summary.content),
      practice: practice?.name ?? null,
      requests: summary.versions.length > 0 ? await listRequestsOfSummary(tx, summaryId) : [],
      mayChange: isAlive && may(context, 'treatment_summary', 'update'),
      maySign: isAlive && roles.includes('clinician'),
      maySend: isAlive && may(context, 'sent_treatment_summary', 'create'),
    }
  })
}

function may(context: CareContext, entity: PatientEntity, verb: Verb): boolean {
  return mayUnderCare(context, entity, verb).allowed
}
