type Place = { patientId: string; subjectId: string }

/**
 * What a step of the worklist means for what a task stands for, in words for who is about to take it.
 * `stands_alone`: nothing else changes and nothing is left without an owner. `followed`: what it stands for takes the same
 * step first (`follow-task.ts`). `refused`: it would leave something that somebody waits for without an owner; the words
 * then say what to do instead.
 */
export type StepMeaning = { means: 'stands_alone' | 'followed' | 'refused'; words: string }

/** The steps that may be refused: whose a task is within its team is that team's own business. */
export type RefusableStep = 'closing' | 'postponing'

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
  /** Closing it without doing it. */
  closing: StepMeaning
  /** Moving it to a later day. */
  postponing: StepMeaning
  /** Handing it on within its team. */
  reassigning: Exclude<StepMeaning['means'], 'refused'>
}

/** The day of the task is the only day there is, and nobody outside its team waits for it. */
export const MOVES_ALONE = {
  postponing: { means: 'stands_alone', words: 'Only this task moves. What happened so far stays below.' },
  reassigning: 'stands_alone',
} as const satisfies Pick<TaskDeclaration, 'postponing' | 'reassigning'>

/** Nothing but the task is about it, so its history is where the record says why it was not done. */
export function closesAlone(left: string): { closing: StepMeaning } {
  return { closing: { means: 'stands_alone', words: `${left} The record says so, with this reason.` } }
}

/** Somebody waits for it: it ends by being answered. */
export function isAnswered(instead: string): { closing: StepMeaning } {
  return { closing: { means: 'refused', words: instead } }
}
