import 'server-only'
import type { ReviewLength } from '@/lib/platform/prisma-client/enums'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Diagnosis } from '@/lib/diagnoses/diagnosis'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { openReviewInProgress, type ReviewPlace } from './internal/review-in-progress'
import type { ActionOwnerChoice } from './action-rules'
import { checkReview, type CheckedReview } from './recording-rules'
import type { ReviewDraft } from './review-draft'
import { sectionsFor, type TemplateSection } from './review-template'

/** A review in progress, or about to be begun. */
export type OpenReviewDraft = {
  diagnosis: Diagnosis
  /** 0: nothing is saved yet. */
  version: number
  draft: ReviewDraft
  /** What the form goes through: that of its length, and whatever else was filled in before. */
  sections: TemplateSection[]
  owners: readonly ActionOwnerChoice[]
  saved: { by: string; at: Date } | null
  /** Whether it could be filed as it is. */
  checked: CheckedReview
  snomedCode: { code: string; term: string }
  diedOn: CalendarDate | null
}

/**
 * The draft of the actor's practice, or what a new one begins with.
 *
 * @param length the one that was asked for; else that of the draft
 * @throws NotFound, NotAllowed
 */
export async function openReviewDraft(
  actor: Actor,
  place: ReviewPlace,
  length?: ReviewLength,
): Promise<OpenReviewDraft> {
  const { patientId, diagnosisId } = place
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const opened = await openReviewInProgress(tx, actor, place, ['review_draft', 'read'])
    const { diagnosis, stored, grounds } = opened
    const draft = { ...opened.draft, length: length ?? opened.draft.length }
    const nameOf = await staffNames(tx, [stored?.updatedById ?? null])
    await recordAccess(tx, {
      event: 'cancer_care_review.draft_opened',
      patientId,
      entityId: diagnosisId,
      detail: { version: stored?.version ?? 0 },
    })
    const { code, term } = grounds.template.code
    return {
      diagnosis,
      version: stored?.version ?? 0,
      draft,
      sections: sectionsShown(grounds.template.sections, sectionsFor(grounds.template, draft.length), draft),
      owners: grounds.owners,
      saved: stored && { by: nameOf(stored.updatedById), at: stored.updatedAt },
      checked: checkReview(draft, grounds),
      snomedCode: { code, term },
      diedOn: grounds.diedOn,
    }
  })
}

/** A full review that goes on as a brief one loses nothing that was filled in. */
function sectionsShown(
  all: readonly TemplateSection[],
  wanted: readonly TemplateSection[],
  { ticked, notes }: ReviewDraft,
): TemplateSection[] {
  return all.flatMap((section) => {
    const shown = wanted.find(({ code }) => code === section.code)
    const isFilled = (notes[section.code] ?? '').trim() !== ''
    const items = section.items.filter(
      (item) => shown?.items.some(({ code }) => code === item.code) || ticked.includes(item.code),
    )
    if (items.length > 0) return [{ ...section, items }]
    return isFilled ? [section] : []
  })
}
