import type { Actor } from '@/lib/access/actor'
import { amendTreatmentSummary } from '@/lib/treatment-summaries/amend-treatment-summary'
import { changeSummarySection } from '@/lib/treatment-summaries/change-summary-section'
import { readSection } from '@/lib/treatment-summaries/draft-content'
import { draftTreatmentSummary } from '@/lib/treatment-summaries/draft-treatment-summary'
import { getTreatmentSummary } from '@/lib/treatment-summaries/queries'
import type { SectionInput } from '@/lib/treatment-summaries/section-edit'
import type { SectionName } from '@/lib/treatment-summaries/sections'
import { signTreatmentSummary, type Signed } from '@/lib/treatment-summaries/sign-treatment-summary'
import type { LiveSummary } from '@/lib/treatment-summaries/treatment-summary'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { recordedDiagnosis, recordedTreatment } from './diagnoses'

export type SummaryPlan = {
  diagnosedOn?: CalendarDate
  startedOn?: CalendarDate
  endedOn?: CalendarDate
}

/** Values of a section's form; what is left out stays as it is. */
type Values = Readonly<Record<string, string | null>>

/** What no record knows and every summary needs. */
const USUAL_VALUES: Readonly<Partial<Record<SectionName, Values>>> = {
  who: { consultant: 'Dr Bina Rao' },
  diagnosis: { stage: 'Stage IIA' },
  treatment: { intent: '01', response: 'No cancer was left after surgery' },
  contacts: {
    inHours: 'Breast team, 01632 960 123',
    outOfHours: 'Advice line, 01632 960 124',
  },
  plan: { pathway: 'A mammogram every year for 5 years' },
  information: { told: 'That treatment has ended and went well' },
  administration: { prescriptionExemption: 'yes' },
}

/**
 * A summary begun after surgery of the left breast, with what no record knows still to be filled.
 *
 * @param actor a clinician of a team that has the patient in care
 */
export async function draftedSummary(
  actor: Actor,
  patientId: string,
  plan: SummaryPlan = {},
): Promise<LiveSummary> {
  const { diagnosedOn = '2026-02-02', startedOn = '2026-03-02', endedOn = '2026-03-05' } = plan
  const diagnosisId = await recordedDiagnosis(actor, patientId, { diagnosedOn })
  await recordedTreatment(actor, patientId, { startedOn, endedOn, diagnosisId })
  const begun = { patientId, diagnosisId, phaseEndedOn: endedOn }
  const { summaryId } = await draftTreatmentSummary(actor, begun)
  return summaryNow(actor, { patientId, summaryId })
}

/** A draft in which nothing is missing. */
export async function completeSummary(
  actor: Actor,
  patientId: string,
  plan: SummaryPlan = {},
): Promise<LiveSummary> {
  return filledSummary(actor, await draftedSummary(actor, patientId, plan))
}

/** A draft with what no record knows filled in. */
export async function filledSummary(actor: Actor, summary: LiveSummary): Promise<LiveSummary> {
  for (const [section, values] of Object.entries(USUAL_VALUES))
    await changedSection(actor, summary, section as SectionName, values)
  return summaryNow(actor, shownSummary(summary))
}

/** Saves a section as its form does: with these values, and the rest as it stands. */
export async function changedSection(
  actor: Actor,
  summary: Pick<LiveSummary, 'patientId' | 'id'>,
  section: SectionName,
  values: Values,
): Promise<void> {
  await editedSection(actor, summary, section, ({ fields, items }) => ({
    fields: { ...fields, ...values },
    items,
  }))
}

/** Saves a section as `edit` makes it of what its form shows. */
export async function editedSection(
  actor: Actor,
  { patientId, id: summaryId }: Pick<LiveSummary, 'patientId' | 'id'>,
  section: SectionName,
  edit: (shown: SectionInput) => SectionInput,
): Promise<void> {
  const { content, version } = await summaryNow(actor, { patientId, summaryId })
  const before = readSection(content, section)
  const fields = Object.fromEntries(Object.entries(before.fields).map(([name, { value }]) => [name, value]))
  const items = before.items.map(({ id, values }) => ({ id, isLeftOut: false, values }))
  const form = { patientId, summaryId, version, section }
  await changeSummarySection(actor, { ...form, input: edit({ fields, items }) })
}

/** A summary signed, and sent where it can be. */
export async function signedSummary(
  actor: Actor,
  patientId: string,
  plan: SummaryPlan = {},
): Promise<{ summary: LiveSummary; signed: Signed }> {
  const draft = await completeSummary(actor, patientId, plan)
  const signed = await signTreatmentSummary(actor, shownSummary(draft))
  return { summary: await summaryNow(actor, shownSummary(draft)), signed }
}

/** A signed summary opened to be written again. */
export async function amendedSummary(
  actor: Actor,
  summary: LiveSummary,
  reason = 'The telephone number has changed',
): Promise<LiveSummary> {
  await amendTreatmentSummary(actor, { ...shownSummary(summary), reason })
  return summaryNow(actor, shownSummary(summary))
}

/** The summary as it stands. */
export async function summaryNow(
  actor: Actor,
  wanted: { patientId: string; summaryId: string },
): Promise<LiveSummary> {
  return (await getTreatmentSummary(actor, wanted)).summary
}

/** What a form about the whole summary posts of what it showed. */
export function shownSummary(summary: LiveSummary): {
  patientId: string
  summaryId: string
  version: number
} {
  return { patientId: summary.patientId, summaryId: summary.id, version: summary.version }
}
