/**
 * The one vocabulary for how far a piece of work is: each status with its words and its colour, the same on every
 * screen. Frozen: people learn the pairs. Red is kept for what is overdue. Completed is plain text, since the eye should
 * go to what is open (NHS service manual, task list).
 */
export const taskStatuses = {
  not_yet_started: { label: 'Not yet started', colour: 'grey' },
  in_progress: { label: 'In progress', colour: 'blue' },
  due_soon: { label: 'Due soon', colour: 'yellow' },
  overdue: { label: 'Overdue', colour: 'red' },
  awaiting_result: { label: 'Awaiting result', colour: 'purple' },
  needs_review: { label: 'Needs review', colour: 'orange' },
  completed: { label: 'Completed', colour: null },
  stopped: { label: 'Stopped', colour: 'grey' },
} as const

export type TaskStatus = keyof typeof taskStatuses
