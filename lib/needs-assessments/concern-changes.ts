import { identityOf } from './concern-rules'
import type { EarlierConcern, FiledConcern } from './needs-assessment'

/** What became of one concern between two assessments. */
export type ConcernChangeSince = {
  code: string
  label: string
  /** Null: not scored, or not a concern then. */
  before: number | null
  now: number | null
  change: FiledConcern['change'] | 'no_longer'
}

/** Every concern of either assessment and what became of it: those that stand now first, then those that are gone. */
export function changeSince(
  last: readonly EarlierConcern[],
  now: readonly FiledConcern[],
): ConcernChangeSince[] {
  const before = new Map(last.map((concern) => [identityOf(concern), concern]))
  const standing = now.map((concern) => {
    const earlier = before.get(identityOf(concern))
    before.delete(identityOf(concern))
    const { code, label, score, change } = concern
    return { code, label, before: earlier?.score ?? null, now: score, change }
  })
  const gone = [...before.values()].map(({ code, label, score }) => ({
    code,
    label,
    before: score,
    now: null,
    change: 'no_longer' as const,
  }))
  return [...standing, ...gone]
}

/** `4 concerns, top: fatigue 8`: tells one task to agree a care plan from another. */
export function concernsInBrief(concerns: readonly Pick<FiledConcern, 'label' | 'score'>[]): string {
  const [top] = concerns
  if (!top) return 'No concerns'
  const score = top.score === null ? '' : ` ${top.score}`
  return `${concerns.length} ${concerns.length === 1 ? 'concern' : 'concerns'}, top: ${inSentence(top.label)}${score}`
}

/** In the middle of a sentence: a small letter, save where the word has capitals of its own. */
function inSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}
