/** How many people are on follow-up, and for how many of them nothing is owed: those are lost. */
export type LedgerCounts = { people: number; without: number; doubled: number }

/** The proof in one line: `12 people, 12 with an open obligation, 0 without`. */
export function ledgerWords({ people, without, doubled }: LedgerCounts): string {
  const counted = `${people} ${people === 1 ? 'person' : 'people'}, ${people - without} with an open obligation, ${without} without`
  return doubled === 0 ? counted : `${counted}; ${doubled} with a test that is owed twice`
}

/** Nobody is lost, and nothing is owed twice. */
export function isLedgerWhole({ without, doubled }: LedgerCounts): boolean {
  return without === 0 && doubled === 0
}
