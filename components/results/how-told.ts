import { TOLD_BY_LABELS } from '@/lib/follow-up/labels'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'

/** What can be chosen, of the ways in which the person may be told. */
export function howToldItems(ways: readonly ToldBy[]): { value: ToldBy; label: string }[] {
  return ways.map((value) => ({ value, label: TOLD_BY_LABELS[value] }))
}

/** What goes with telling, and why some ways are not there. */
export function howToldHint(ways: readonly ToldBy[]): string {
  return ways.includes('letter')
    ? 'A letter with the result and the next date is written when you save, and a copy for the practice'
    : 'It is not simply in range, so somebody talks with the person, who can then ask what it means. A letter that says it again is written when you save, and a copy for the practice'
}
