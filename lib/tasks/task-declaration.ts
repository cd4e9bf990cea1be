type Place = { patientId: string; subjectId: string }

/** What there is to know of a kind of task. */
export type TaskDeclaration = {
  /** The next act, in words, as the worklist says it. */
  act: string
  /** Who does it. */
  worker: 'hospital' | 'practice'
  /** The commands that open it and that meet it, by file name: a test compares them with the commands. */
  openedBy: readonly string[]
  metBy: readonly string[]
  /** The page that meets it. */
  page: (place: Place) => string
  /** What closing it without doing it says in the record, where it says anything. */
  closing?: string
  /** Its day and its end follow from facts alone: what to do instead of moving or closing it by hand. */
  followsFacts?: string
}
