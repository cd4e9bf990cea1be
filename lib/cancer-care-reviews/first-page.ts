import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { ABOUT_ME_SECTIONS } from '@/lib/patients/about-me'
import { bannerOf, type Banner } from '@/lib/patients/record/banner'
import type { DiagnosisOnRecord } from '@/lib/patients/record/record-row'
import { parseFrozenSummary } from '@/lib/treatment-summaries/frozen-summary'
import { letterView, type LetterView } from '@/lib/treatment-summaries/letter-view'
import { openActionsOf, type OpenAction } from './first-page-actions'
import type { FirstPageRow, ReviewFactRow, ReviewRow, SentSummaryRow } from './first-page-row'
import { planOf, type PlanOnFirstPage } from './plan-on-first-page'
import { readableContent } from './readable-content'
import { reviewDraftSchema, type ReviewDraft } from './review-draft'

/** The newest treatment summary about this cancer, as its first half page. */
export type SummaryOnFirstPage = {
  deliveryId: string
  sentOn: CalendarDate
  team: string
  telephone: string | null
  first: LetterView['first']
}

/** What the record already knows before a review, said in the order in which it is talked about. */
export type FirstPage = {
  banner: Banner
  diagnosis: DiagnosisOnRecord
  /** What matters to the person, in the first words they told. */
  aboutMe: { words: string; toldOn: CalendarDate } | null
  /** What they or their carer want to talk about, noted beforehand. */
  wishes: (ReviewDraft['wishes'] & { isNoted: boolean }) | null
  plan: PlanOnFirstPage | null
  /** Whether a plan was shared that cannot be shown here. */
  isPlanUnreadable: boolean
  summary: SummaryOnFirstPage | null
  /** Other summaries that were sent, of another cancer or phase. */
  otherSummaries: { deliveryId: string; sentOn: CalendarDate; name: string }[]
  /** The days on which summaries were sent that cannot be shown here. */
  unreadableSummaries: CalendarDate[]
  treatments: NonNullable<FirstPageRow['treatments']>
  open: OpenAction[]
  contacts: NonNullable<FirstPageRow['contacts']>
  teams: NonNullable<FirstPageRow['teams']>
  earlier: (ReviewRow & { agreed: OpenAction[] })[]
  facts: ReviewFactRow[]
  draft: { version: number; length: ReviewDraft['length']; savedAt: Date; savedBy: string | null } | null
}

/** The first page of a review, from what the practice may read. Null where there is no such diagnosis. */
export function firstPageOf(row: FirstPageRow): FirstPage | null {
  if (!row.diagnosis) return null
  const content = row.draft ? reviewDraftSchema.parse(row.draft.content) : null
  const plan = planOf(row.plans ?? [])
  const all = openActionsOf(row, plan)
  return {
    banner: bannerOf(row),
    diagnosis: row.diagnosis,
    aboutMe: aboutMeOf(row.about_me),
    wishes: content ? { ...content.wishes, isNoted: content.wishes.words.trim() !== '' } : null,
    plan,
    ...sentOf(row, row.diagnosis.icd10Code, plan),
    treatments: row.treatments ?? [],
    open: all.filter(({ isOpen }) => isOpen),
    contacts: row.contacts ?? [],
    teams: (row.teams ?? []).filter(({ kind }) => kind !== 'practice'),
    earlier: (row.reviews ?? []).map((review) => ({
      ...review,
      agreed: all.filter(({ reviewId }) => reviewId === review.id),
    })),
    facts: row.facts ?? [],
    draft: content && draftOf(row.draft, content),
  }
}

function draftOf(row: FirstPageRow['draft'], { length }: ReviewDraft): FirstPage['draft'] {
  return row && { version: row.version, length, savedAt: new Date(row.savedAt), savedBy: row.savedBy }
}

function aboutMeOf(told: FirstPageRow['about_me']): FirstPage['aboutMe'] {
  const words = told && ABOUT_ME_SECTIONS.map((section) => told[section]).find((each) => each !== null)
  return told && words ? { words, toldOn: told.toldOn } : null
}

function sentOf({ plans, summaries }: FirstPageRow, icd10Code: string, plan: PlanOnFirstPage | null) {
  return { isPlanUnreadable: !plan && plans !== null, ...summariesOf(summaries ?? [], icd10Code) }
}

/** The newest about this cancer first; where none says which it is, the newest of all is only linked to. */
function summariesOf(
  rows: readonly SentSummaryRow[],
  icd10Code: string,
): Pick<FirstPage, 'summary' | 'otherSummaries' | 'unreadableSummaries'> {
  const tried = rows.map((row) => ({
    row,
    content: readableContent(() => parseFrozenSummary(row.schemaNumber, row.content)),
  }))
  const read = tried.flatMap(({ row, content }) => (content ? [{ row, content }] : []))
  const own = read.find(({ content }) => content.sections.diagnosis.fields.icd10Code.value === icd10Code)
  return {
    summary: own
      ? {
          deliveryId: own.row.deliveryId,
          sentOn: own.row.sentOn,
          team: own.content.team.name,
          telephone: own.content.team.telephone,
          first: letterView({ ...own.row, content: own.content }).first,
        }
      : null,
    otherSummaries: read
      .filter((each) => each !== own)
      .map(({ row, content }) => ({
        deliveryId: row.deliveryId,
        sentOn: row.sentOn,
        name: content.sections.diagnosis.fields.name.value ?? content.phase,
      })),
    unreadableSummaries: tried.flatMap(({ row, content }) => (content ? [] : [row.sentOn])),
  }
}
