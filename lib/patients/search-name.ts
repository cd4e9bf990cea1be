import { foldName } from '@/lib/nhs/person-name'

type Names = { givenName: string; familyName: string; preferredName?: string | null }

/** The copy of a person's names that is kept for search: each part folded, a blank between parts. Never shown. */
export function searchNameOf({ givenName, familyName, preferredName }: Names): string {
  return [givenName, familyName, preferredName ?? '']
    .map(foldName)
    .filter((part) => part !== '')
    .join(' ')
}

/** The parts of a typed name, folded: a person is found when their names hold all of them. */
export function searchedParts(typed: string): string[] {
  return typed
    .split(/\s+/u)
    .map(foldName)
    .filter((part) => part !== '')
}

/** Whether anything typed could be part of a name: full stops or a dash alone would find everybody. */
export function isName(typed: string): boolean {
  return searchedParts(typed).some((part) => /\p{Letter}/u.test(part))
}
