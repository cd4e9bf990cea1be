/** Ticked where nothing of a list holds, so that an empty list is an unanswered question. */
export const NONE = 'none'
