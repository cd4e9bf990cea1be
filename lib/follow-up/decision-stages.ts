/** Which button of the form of a decision was pressed. */
export const DECISION_STAGES = ['write', 'check', 'record'] as const

/** What the form is told once its answers lack nothing. */
export const CHECKED = 'checked'
