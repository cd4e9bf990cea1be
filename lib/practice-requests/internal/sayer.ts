/** Who said something of a request, in words: of a practice without accounts, the practice, and that a link was used. */
export function sayerOf(
  event: { recordedById: string | null; recordedByLinkId: string | null },
  practice: { name: string },
  nameOf: (staffId: string | null) => string,
): string {
  return event.recordedByLinkId ? `${practice.name}, by a link` : nameOf(event.recordedById)
}
