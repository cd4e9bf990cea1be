/** For sorting by days and keys: negative, zero or positive. */
export function textOrder(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
