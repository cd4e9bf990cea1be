import { lookUp } from '@/lib/platform/look-up'

const DONE: Readonly<Record<string, string>> = {
  invited: 'The invitation is made',
  changed: 'Saved',
  disabled: 'The account is disabled, and every session of it has ended',
  enabled: 'The account is enabled',
  'team-given': 'The team is given, from now',
  'team-ended': 'The team has ended, from now',
  'role-given': 'The role is given',
  'role-confirmed': 'The role is confirmed, from now',
  'role-ended': 'The role has ended, from now',
}

type Query = { done?: string | string[]; tasks?: string | string[] }

/** What was just done to somebody's account, and how many tasks went back to their team's list; null for anything else. */
export function staffNotice({ done, tasks }: Query): string | null {
  const words = lookUp(DONE, done)
  if (!words) return null
  const count = /^\d{1,6}$/.test(String(tasks)) ? Number(tasks) : null
  return count === null ? words : `${words}. ${releasedWords(count)}`
}

function releasedWords(count: number): string {
  if (count === 0) return 'No open task was in their name'
  return count === 1
    ? '1 open task in their name went back to the list of its team'
    : `${count} open tasks in their name went back to the lists of their teams`
}
