/** Items for one statement: few enough to hold in memory twice, many enough that round trips do not count. */
export const BATCH_SIZE = 500

/** The items in order, in groups of at most 500. */
export function* inBatches<Item>(items: readonly Item[], size: number = BATCH_SIZE): Generator<Item[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size)
}
