import { textOrder } from './internal/text-order'
import type { Override } from './pathway'

/** What can be otherwise for one person than their protocol says. */
export const PERSONAL_CHANGE_KINDS = ['interval', 'threshold', 'duration', 'anchor'] as const
export type PersonalChangeKind = (typeof PERSONAL_CHANGE_KINDS)[number]

/** The kind that an address names; null for what it made up. */
export function personalChangeNamed(name: string): PersonalChangeKind | null {
  return PERSONAL_CHANGE_KINDS.find((kind) => kind === name) ?? null
}

/** Tells one change from another: two of one key cannot both stand. */
export function overrideKey(override: Override): string {
  if (override.kind === 'interval') return `interval ${override.test} ${override.fromOn}`
  return override.kind === 'threshold' ? `threshold ${override.rule}` : override.kind
}

/**
 * What stands for the person once this is changed too. It takes the place of what it is about; an interval also of those
 * of the same test that would begin on its day or later.
 */
export function withChange(overrides: readonly Override[], change: Override): Override[] {
  const gives = (standing: Override) =>
    change.kind === 'interval'
      ? standing.kind === 'interval' && standing.test === change.test && standing.fromOn >= change.fromOn
      : overrideKey(standing) === overrideKey(change)
  return [...overrides.filter((standing) => !gives(standing)), change]
}

/** What stands once a change is taken back. */
export function withoutChange(overrides: readonly Override[], key: string): Override[] {
  return overrides.filter((standing) => overrideKey(standing) !== key)
}

/** Whether it says the same, whatever the reasons. */
export function isSameChange(one: Override, other: Override): boolean {
  return sayingOf(one) === sayingOf(other)
}

/** In an order of its own: the database keeps the parts of a change in another than they were written in. */
function sayingOf(override: Override): string {
  const parts = Object.entries({ ...override, reason: '' })
  return JSON.stringify(parts.sort(([one], [other]) => textOrder(one, other)))
}

/** What came to stand and what stands no more between two lists. */
export function changesBetween(
  before: readonly Override[],
  after: readonly Override[],
): { added: Override[]; removed: Override[] } {
  const lacks = (list: readonly Override[], one: Override) => !list.some((other) => isSameChange(other, one))
  return {
    added: after.filter((one) => lacks(before, one)),
    removed: before.filter((one) => lacks(after, one)),
  }
}
