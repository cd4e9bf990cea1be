import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { administratorsOf } from '@/lib/care-teams/administrators'
import { findRegisteredPractice } from '@/lib/care-teams/current-teams'
import type { Diagnosis, Treatment } from '@/lib/diagnoses/diagnosis'
import { listDiagnoses, listTreatments } from '@/lib/diagnoses/queries'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import type { FollowUpStream } from '@/lib/platform/prisma-client/enums'
import { knownDone } from './internal/known-done'
import { findDecidingTeam } from './internal/pathway-under-change'
import { publishedProtocols } from './internal/publications'
import { stratificationCriteria } from './internal/reference'
import type { Criterion, Prerequisite } from './stratification-criteria'
import { criteriaFor } from './stratify'

/** What a clinician weighs when deciding how somebody is followed up after one diagnosis. */
export type DecisionPage = {
  diagnosis: Diagnosis
  /** Of the cancer, by title; `anchor`: from what its days are counted, in words. */
  protocols: { id: string; title: string; anchor: string; forWhom: string }[]
  /** Treatments of the cancer. Protocols differ in which of their days, or that of the diagnosis, tests are counted from. */
  treatments: Treatment[]
  prerequisites: (Prerequisite & { doneOn: CalendarDate | null })[]
  criteria: Criterion[]
  /** The pathway that this decision would end. */
  current: { stream: FollowUpStream; startedOn: CalendarDate } | null
  practice: string | null
  /** Who can publish a protocol for the trust, by name; asked only where none is published for this cancer. */
  administrators: string[]
}

/** @throws NotFound, NotAllowed */
export async function getDecision(
  actor: Actor,
  { patientId, diagnosisId }: { patientId: string; diagnosisId: string },
): Promise<DecisionPage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['stratification_decision', 'sign'])
    const { organisationId } = await findDecidingTeam(tx, context, diagnosisId)
    const diagnosis = (await listDiagnoses(tx, patientId)).find(({ id }) => id === diagnosisId)
    if (!diagnosis) throw new NotFound()
    const treatments = (await listTreatments(tx, patientId)).filter(
      (treatment) => treatment.diagnosisId === diagnosisId,
    )
    const reference = stratificationCriteria()
    const { icd10Code } = diagnosis
    const published = await publishedProtocols(tx, organisationId, { icd10Code })
    const known = await knownDone(tx, { patientId, diagnosisId })
    const current = await tx.followUpPathway.findFirst({
      where: { patientId, diagnosisId, endedOn: null },
      select: { startedOn: true, decision: { select: { stream: true } } },
    })
    await recordAccess(tx, { event: 'follow_up.viewed', patientId, detail: { part: 'decision' } })
    return {
      diagnosis,
      protocols: published.map(({ id, title, anchor, eligibility }) => ({
        id,
        title,
        anchor,
        forWhom: eligibility.text,
      })),
      treatments,
      prerequisites: reference.prerequisites.map((one) => ({ ...one, doneOn: known[one.code] ?? null })),
      criteria: criteriaFor(reference, diagnosis.icd10Code),
      current: current && { stream: current.decision.stream, startedOn: fromDatabaseDate(current.startedOn) },
      practice: (await findRegisteredPractice(tx, patientId))?.name ?? null,
      administrators: published.length > 0 ? [] : await administratorsOf(tx, organisationId),
    }
  })
}
