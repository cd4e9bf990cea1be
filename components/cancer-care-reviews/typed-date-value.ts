/** The three boxes as the one value that the date field takes; a part that is missing stays blank. */
export function typedDateValue({ day, month, year }: { day: string; month: string; year: string }): string {
  return [year, month, day].join('-')
}
