const DAYS_IN_YEAR = 365.25
const MONTHS_IN_YEAR = 12

/** About as many days as so many months have: within two of what the calendar says. */
export function daysIn(months: number): number {
  return Math.round((months * DAYS_IN_YEAR) / MONTHS_IN_YEAR)
}
