/** Told of each pathway with which something could not be done. */
export type OnFailure = (pathwayId: string, error: unknown) => void

/**
 * Does something with pathways all together; where that fails, with each by itself, so that one keeps no other from it.
 *
 * @param work says how many it changed
 * @param onFailure without it the first failure ends the work
 */
export async function allOrEach(
  ids: readonly string[],
  work: (ids: readonly string[]) => Promise<number>,
  onFailure: OnFailure | undefined,
): Promise<number> {
  try {
    return await work(ids)
  } catch (error) {
    if (!onFailure) throw error
  }
  let changed = 0
  for (const id of ids)
    try {
      changed += await work([id])
    } catch (error) {
      onFailure(id, error)
    }
  return changed
}
