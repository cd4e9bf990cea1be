import type { ActionOutcome, ActionOwnerKind } from '@/lib/platform/prisma-client/enums'
import type { HelpKind } from './help-library'
import type { ActionState, PlanState } from './rules'

/** The states of a plan, with their words and the colours of the tag. */
export const PLAN_STATE_LABELS: Readonly<
  Record<PlanState, { label: string; colour: 'blue' | 'grey' | 'green' | 'white' }>
> = {
  draft: { label: 'Being prepared', colour: 'blue' },
  offered: { label: 'Offered', colour: 'blue' },
  agreed: { label: 'Agreed', colour: 'green' },
  declined: { label: 'Declined', colour: 'grey' },
  unable: { label: 'Could not be made', colour: 'grey' },
  reviewed: { label: 'Reviewed and finished', colour: 'white' },
}

export const ACTION_STATE_LABELS: Readonly<Record<ActionState, string>> = {
  open: 'To do',
  done: 'Done',
  declined: 'Declined by the practice',
  not_needed: 'Not needed',
}

/** What came of an action or of a concern, compared with when the plan was made. */
export const OUTCOME_LABELS: Readonly<Record<ActionOutcome, string>> = {
  resolved: 'No longer a concern',
  better: 'Better',
  same: 'About the same',
  worse: 'Worse',
}

/** Who does an action. The person is spoken of by name where the name is known. */
export const OWNER_KIND_LABELS: Readonly<Record<ActionOwnerKind, string>> = {
  person: 'The person themselves',
  staff: 'A named member of the team',
  team: 'The team',
  practice: 'The GP practice',
}

export const HELP_KIND_LABELS: Readonly<Record<HelpKind, string>> = {
  self_management: 'Things to try',
  information: 'Information',
  referral: 'A service to be referred to',
  contact: 'Whom to call',
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  drafted: 'The plan has been started from the assessment',
  item: 'Changes to the concern have been saved',
  'action-added': 'The action has been added',
  'action-changed': 'The action has been changed',
  'action-removed': 'The action has been taken out',
  'action-finished': 'The action has been finished',
  offered: 'The offer has been recorded',
  'agreed-shared': 'The plan has been agreed and shared with the practice',
  'agreed-not-shared': 'The plan has been agreed and not shared with the practice',
  'agreed-no-practice':
    'The plan has been agreed. It could not be shared: no practice is known. Finding the practice is on the worklist',
  declined: 'What the person said has been recorded',
  reviewed: 'The review has been recorded and the plan is finished',
  continued: 'The review has been recorded. The next version of the plan can be prepared now',
  seen: 'The plan has been marked as seen',
  answered: 'The answer has been sent to the hospital team',
  saved: 'The help has been saved',
  retired: 'The help has been retired. Plans that use it stay as they are',
}
