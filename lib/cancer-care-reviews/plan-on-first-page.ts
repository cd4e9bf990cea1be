import { parseFrozenPlan, type FrozenItem, type FrozenPlan } from '@/lib/care-plans/frozen-plan'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { SharedPlanRow } from './first-page-row'
import { readableContent } from './readable-content'

/** More concerns than these are behind the link to the plan. */
const CONCERNS_SHOWN = 5

/** How a concern went since the plan before; `first` where the practice has no plan before. Lower scores are better. */
export type ConcernCourse = 'first' | 'new' | 'better' | 'worse' | 'same' | 'not_scored'

export type ConcernOnFirstPage = {
  label: string
  score: number | null
  before: number | null
  course: ConcernCourse
  ownWords: string | null
  goal: string | null
}

/** The agreed plan as the practice has it, and what changed since the version before that it has too. */
export type PlanOnFirstPage = {
  shareId: string
  number: number
  agreedOn: CalendarDate
  reviewOn: CalendarDate
  team: string
  /** Of the version before; null where the practice has only one. */
  since: CalendarDate | null
  concerns: ConcernOnFirstPage[]
  moreConcerns: number
  /** In the version before, and not in this one. */
  noLonger: string[]
  changes: string[]
  content: FrozenPlan
}

/** The plan agreed last, with the version of the same plan before it; null where it cannot be read. @param rows the newest first */
export function planOf(rows: readonly SharedPlanRow[]): PlanOnFirstPage | null {
  const [newest] = rows
  if (!newest) return null
  const earlier = rows.find((row) => row.carePlanId === newest.carePlanId && row.number < newest.number)
  const content = contentOf(newest)
  if (!content) return null
  const before = earlier ? contentOf(earlier) : null
  const concerns = content.items.map((item) => concernOf(item, before))
  return {
    shareId: newest.shareId,
    number: newest.number,
    agreedOn: newest.agreedOn,
    reviewOn: content.agreement.reviewOn,
    team: content.team.name,
    since: (before && earlier?.agreedOn) ?? null,
    concerns: concerns.slice(0, CONCERNS_SHOWN),
    moreConcerns: Math.max(0, concerns.length - CONCERNS_SHOWN),
    noLonger: (before?.items ?? [])
      .filter((item) => !content.items.some((other) => isSame(item, other)))
      .map(({ concern }) => concern.label),
    changes: earlier ? newest.changes : [],
    content,
  }
}

function contentOf({ schemaNumber, content }: SharedPlanRow): FrozenPlan | null {
  return readableContent(() => parseFrozenPlan(schemaNumber, content))
}

function concernOf(item: FrozenItem, before: FrozenPlan | null): ConcernOnFirstPage {
  const { label, score, ownWords } = item.concern
  const earlier = before?.items.find((other) => isSame(item, other))
  return {
    label,
    score,
    before: earlier?.concern.score ?? null,
    course: courseOf(score, earlier, before),
    ownWords,
    goal: item.goal,
  }
}

function courseOf(
  score: number | null,
  earlier: FrozenItem | undefined,
  before: FrozenPlan | null,
): ConcernCourse {
  if (!before) return 'first'
  if (!earlier) return 'new'
  const earlierScore = earlier.concern.score
  if (score === null || earlierScore === null) return 'not_scored'
  if (score === earlierScore) return 'same'
  return score < earlierScore ? 'better' : 'worse'
}

/** Concerns outside the catalogue share a code: their label tells them apart. */
function isSame(one: FrozenItem, other: FrozenItem): boolean {
  const [a, b] = [one.concern, other.concern]
  return a.code === b.code && (a.code !== 'other' || a.label === b.label)
}
