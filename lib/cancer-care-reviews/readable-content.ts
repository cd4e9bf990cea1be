/** What frozen content says, or null where no reader of this version knows it: one document must not cost a whole page. */
export function readableContent<Content>(read: () => Content): Content | null {
  try {
    return read()
  } catch {
    return null
  }
}
