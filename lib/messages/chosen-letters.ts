import { MOST_LETTERS } from './schema'

type Query = Record<string, string | string[] | undefined>

/** The ids of the letters that an address names: `letter` once for each. */
export function chosenLetters({ letter = [] }: Query): string[] {
  return [letter].flat().slice(0, MOST_LETTERS)
}

/** The page of the list that an address names, from 1. */
export function pageOf({ page }: Query): number {
  const number = Number(page)
  return Number.isInteger(number) && number > 0 && number < 1000 ? number : 1
}
