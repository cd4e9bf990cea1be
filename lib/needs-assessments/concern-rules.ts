import type { FieldError } from '@/lib/platform/form-state'
import { OTHER_CONCERN_CODE } from './concern-catalogue'
import type { DraftConcern, DraftContent } from './draft-content'
import {
  HIGHEST_SCORE,
  type ConcernDefinition,
  type EarlierConcern,
  type FiledConcern,
} from './needs-assessment'

type Found = { key: string; typed: DraftConcern; concern: FiledConcern }
type Problems = FieldError[]

/** What tells two concerns apart: the catalogue code, or outside the catalogue the label. */
export function identityOf(concern: { code: string; label: string }): string {
  return concern.code === OTHER_CONCERN_CODE ? `${OTHER_CONCERN_CODE} ${concern.label.trim()}` : concern.code
}

/** The name of a field of one concern in the form. */
function concernField(key: string, field: keyof DraftConcern): string {
  return `concerns.${key}.${field}`
}

/**
 * The concerns of a draft, whole, with every fault at its field.
 *
 * @param earlier the concerns of the assessment it starts from
 */
export function checkConcerns(
  content: DraftContent,
  catalogue: readonly ConcernDefinition[],
  earlier: readonly EarlierConcern[],
): { concerns: FiledConcern[]; problems: Problems } {
  const problems: Problems = []
  const labels = new Map(catalogue.map(({ code, label }) => [code, label]))
  const before = new Map(earlier.map((concern) => [identityOf(concern), concern]))
  const found: Found[] = []
  for (const [key, typed] of Object.entries(content.concerns)) {
    const named = nameOf(key, typed, labels, before)
    const last = before.get(identityOf(named))
    before.delete(identityOf(named))
    if (last) problems.push(...unanswered(key, typed, last, content.noConcerns))
    if (!isStanding(typed, last)) continue
    if (found.some(({ concern }) => identityOf(concern) === identityOf(named)))
      problems.push({ field: concernField(key, 'label'), message: `“${named.label}” is here twice` })
    else if (named.label.trim() === '')
      problems.push({ field: concernField(key, 'label'), message: 'Enter what the concern is' })
    else found.push({ key, typed, concern: wholeConcern(key, typed, { named, last }, problems) })
  }
  if (!content.noConcerns)
    for (const left of before.values()) problems.push({ field: '', message: unansweredWords(left) })
  problems.push(...orderProblems(found))
  return { concerns: inOrder(found), problems }
}

function nameOf(
  key: string,
  typed: DraftConcern,
  labels: ReadonlyMap<string, string>,
  before: ReadonlyMap<string, EarlierConcern>,
) {
  if (key.startsWith(`${OTHER_CONCERN_CODE}-`)) return { code: OTHER_CONCERN_CODE, label: typed.label.trim() }
  return { code: key, label: labels.get(key) ?? before.get(key)?.label ?? '' }
}

/** Whether it is a concern now. */
function isStanding(typed: DraftConcern, last: EarlierConcern | undefined): boolean {
  return last ? typed.change === 'same' || typed.change === 'changed' : typed.picked
}

function unanswered(key: string, typed: DraftConcern, last: EarlierConcern, noConcerns: boolean): Problems {
  if (typed.change !== '' || noConcerns) return []
  return [{ field: concernField(key, 'change'), message: unansweredWords(last) }]
}

function unansweredWords({ label }: EarlierConcern): string {
  return `Select whether “${label}” is the same, has changed or is no longer a concern`
}

/** "The same" keeps last time's score and words, whatever else was typed. */
function wholeConcern(
  key: string,
  typed: DraftConcern,
  { named, last }: { named: { code: string; label: string }; last: EarlierConcern | undefined },
  problems: Problems,
): FiledConcern {
  const priority = typed.priority.trim() === '' ? null : Number(typed.priority)
  const kept = last && typed.change === 'same' ? last : null
  return {
    ...named,
    score: kept ? kept.score : scoreOf(key, typed, named.label, problems),
    ownWords: kept ? kept.ownWords : typed.ownWords.trim() === '' ? null : typed.ownWords,
    addedBy: (kept ? kept.addedBy === 'staff' : typed.byStaff) ? 'staff' : 'person',
    priority,
    change: last ? (typed.change === 'same' ? 'same' : 'changed') : 'new',
  }
}

function scoreOf(key: string, typed: DraftConcern, label: string, problems: Problems): number | null {
  const text = typed.score.trim()
  if (text === '') return null
  if (/^\d{1,2}$/.test(text) && Number(text) <= HIGHEST_SCORE) return Number(text)
  const message = `Score of “${label}” must be a whole number from 0 to ${HIGHEST_SCORE}`
  problems.push({ field: concernField(key, 'score'), message })
  return null
}

/** Priorities, where any are given, run 1, 2, 3 … each once. */
function orderProblems(found: readonly Found[]): Problems {
  const ordered = found.filter(({ concern }) => concern.priority !== null)
  const taken = new Set<number>()
  return ordered.flatMap(({ key, concern }) => {
    const { priority, label } = concern
    const field = concernField(key, 'priority')
    if (priority === null || !Number.isInteger(priority) || priority < 1 || priority > ordered.length)
      return [{ field, message: `Order of “${label}” must be a whole number from 1 to ${ordered.length}` }]
    if (taken.has(priority))
      return [{ field, message: `Order ${priority} is used twice: “${label}” needs another` }]
    taken.add(priority)
    return []
  })
}

/** In the person's order, then by score; the only concern there is comes first. */
function inOrder(found: readonly Found[]): FiledConcern[] {
  const concerns = found.map(({ concern }) => concern)
  const [only] = concerns
  if (only && concerns.length === 1) return [{ ...only, priority: 1 }]
  return concerns.sort(byPriority)
}

/** For sorting: the person's order first, then the worst first, then by name. */
export function byPriority(
  one: Pick<FiledConcern, 'priority' | 'score' | 'label'>,
  other: Pick<FiledConcern, 'priority' | 'score' | 'label'>,
): number {
  const order = (one.priority ?? Infinity) - (other.priority ?? Infinity)
  if (order) return order
  const score = (other.score ?? -1) - (one.score ?? -1)
  return score || one.label.localeCompare(other.label, 'en-GB')
}
