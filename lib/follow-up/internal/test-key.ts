/** How a planned test, a repeat or an extra one is kept: `psa 6m` is occurrence `6m` of item `psa`. */
export type KeptKey = { itemCode: string; occurrence: string }

const REPEAT = 'repeat '
const EXTRA = 'extra '

/** Codes of tests have no spaces; what follows the first is the occurrence. */
export function keptKey(key: string): KeptKey {
  const space = key.indexOf(' ')
  return { itemCode: key.slice(0, space), occurrence: key.slice(space + 1) }
}

export function dueKey({ itemCode, occurrence }: KeptKey): string {
  return `${itemCode} ${occurrence}`
}

/** The key of a test that was done and met nothing that was due. */
export function extraKey({ test, on }: { test: string; on: string }): string {
  return `${test} ${EXTRA}${on}`
}

/** The id of the order, where the test is a repeat; else null. */
export function repeatIdOf(occurrence: string): string | null {
  return occurrence.startsWith(REPEAT) ? occurrence.slice(REPEAT.length) : null
}

/** The key under which the rules know it: one that was done beyond what was due, by test and day alone. */
export function ruleKey(kept: KeptKey): string {
  return isExtra(kept) ? `${kept.itemCode} ${kept.occurrence.slice(EXTRA.length)}` : dueKey(kept)
}

/** Whether it was done and met nothing that was due. */
export function isExtra({ occurrence }: Pick<KeptKey, 'occurrence'>): boolean {
  return occurrence.startsWith(EXTRA)
}

/** How a further test is kept that was ordered because of a result. */
export function repeatOccurrence(id: string): string {
  return `${REPEAT}${id}`
}
