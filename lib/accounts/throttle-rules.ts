/**
 * How many failed tries are let through, and how long the door is shut after one too many. Never for good: locking
 * somebody out for ever is an attack of its own.
 */
export type Limit = { readonly most: number; readonly withinMinutes: number; readonly lockMinutes: number }

/** Security bar, 6.3: 10 failures of an account in 15 minutes. One address may be a whole hospital's. */
export const LIMITS = {
  account: { most: 10, withinMinutes: 15, lockMinutes: 15 },
  /** Somebody who waits out each lock, from one place. */
  accountFromAddress: { most: 30, withinMinutes: 60, lockMinutes: 60 },
  address: { most: 200, withinMinutes: 15, lockMinutes: 15 },
} as const satisfies Record<string, Limit>

const MINUTE = 60_000

/** How far back tries matter to any limit. */
export const LOOK_BACK_MINUTES = Math.max(
  ...Object.values(LIMITS).map(({ withinMinutes, lockMinutes }) => withinMinutes + lockMinutes),
)

/** A try begins as a failure; where it succeeds, a second entry says so. */
export type AttemptEntry = { at: Date; succeeded: boolean }

/** The times of the tries that failed, oldest first: each success takes away the try before it, and no other. */
export function failuresOf(entries: readonly AttemptEntry[]): Date[] {
  const failures: Date[] = []
  for (const { at, succeeded } of [...entries].sort((one, other) => one.at.getTime() - other.at.getTime())) {
    if (succeeded) failures.pop()
    else failures.push(at)
  }
  return failures
}

/** Until when no further try is let through, or null. `failures` oldest first. */
export function lockedUntil(failures: readonly Date[], limit: Limit, now: Date): Date | null {
  const lastOneTooMany = failures.findLast((failure, index) => {
    const first = failures[index - limit.most + 1]
    return first !== undefined && failure.getTime() - first.getTime() <= limit.withinMinutes * MINUTE
  })
  if (!lastOneTooMany) return null
  const end = new Date(lastOneTooMany.getTime() + limit.lockMinutes * MINUTE)
  return end > now ? end : null
}
