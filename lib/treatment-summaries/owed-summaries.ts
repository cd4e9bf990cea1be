import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'

type EndedTreatment = {
  id: string
  diagnosisId: string | null
  phaseId: string | null
  modality: string
  endedOn: CalendarDate | null
}

type EndedPhase = { id: string; diagnosisId: string; endedOn: CalendarDate | null }

/** Treatments and phases of treatment, with their ends so far. */
export type Course = { treatments: readonly EndedTreatment[]; phases: readonly EndedPhase[] }

/** COSD treatment modality of somebody who declined all treatment: there is none to sum up. */
const ALL_DECLINED = '98'

/** A summary that there is of a diagnosis: the end of the phase, and whether it was ever signed and is being written. */
export type SummaryLine = {
  diagnosisId: string
  phaseEndedOn: CalendarDate
  isSigned: boolean
  isDraft: boolean
}

/** A summary to be written: about a diagnosis, or about a treatment that is of none yet. */
export type OwedSummary = { subjectId: string; dueOn: CalendarDate }

/**
 * The summaries that are owed: one for each diagnosis of which a treatment or a phase of treatment has ended since the
 * phase that was last summed up, or whose summary is being written; and one for each ended treatment of no diagnosis. The
 * end of a phase whose treatments are summed up adds nothing.
 *
 * @param dueDays from the end of treatment to the summary, a standard of the team
 */
export function owedSummaries(
  { treatments, phases }: Course,
  summaries: readonly SummaryLine[],
  dueDays: number,
): OwedSummary[] {
  const lastEnds = new Map<string, CalendarDate>()
  const note = (subjectId: string, endedOn: CalendarDate) => {
    const known = lastEnds.get(subjectId)
    if (!known || known < endedOn) lastEnds.set(subjectId, endedOn)
  }
  for (const { id, diagnosisId, endedOn, modality } of treatments)
    if (endedOn && modality !== ALL_DECLINED && !isCovered(diagnosisId, endedOn, summaries))
      note(diagnosisId ?? id, endedOn)
  for (const phase of phases) {
    const lastGiven = lastGivenIn(phase, treatments)
    if (phase.endedOn && lastGiven && !isCovered(phase.diagnosisId, lastGiven, summaries))
      note(phase.diagnosisId, phase.endedOn)
  }
  for (const { diagnosisId, phaseEndedOn, isDraft } of summaries) if (isDraft) note(diagnosisId, phaseEndedOn)
  return [...lastEnds].map(([subjectId, endedOn]) => ({ subjectId, dueOn: addDays(endedOn, dueDays) }))
}

/** When the last treatment of a phase ended; with none in it, the phase; null where all treatment was declined. */
function lastGivenIn(phase: EndedPhase, treatments: readonly EndedTreatment[]): CalendarDate | null {
  const within = treatments.filter(({ phaseId }) => phaseId === phase.id)
  if (within.length === 0) return phase.endedOn
  const given = within.filter(({ modality }) => modality !== ALL_DECLINED)
  const ends = given.flatMap(({ endedOn }) => endedOn ?? []).sort()
  return ends.at(-1) ?? (given.length > 0 ? phase.endedOn : null)
}

/** Whether a signed summary sums up a phase that ended no earlier. */
function isCovered(
  diagnosisId: string | null,
  endedOn: CalendarDate,
  summaries: readonly SummaryLine[],
): boolean {
  return summaries.some(
    (summary) =>
      summary.isSigned &&
      summary.phaseEndedOn >= endedOn &&
      (diagnosisId ?? summary.diagnosisId) === summary.diagnosisId,
  )
}
