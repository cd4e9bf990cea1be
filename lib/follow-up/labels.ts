import type {
  FollowUpStream,
  PathwayEnd,
  PathwayEventKind,
  SurveillanceTestEventKind,
  ToldBy,
} from '@/lib/platform/prisma-client/enums'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { DecisionPreview } from './decision-preview'
import type { TestState } from './due-tests'
import type { PathwayState } from './follow-up-view'
import type { PersonalChangeKind } from './personal-changes'

type Colour = 'blue' | 'grey' | 'green' | 'orange' | 'white' | 'red' | 'yellow'

export const STREAM_LABELS: Readonly<Record<FollowUpStream, { label: string; hint: string }>> = {
  supported_self_management: {
    label: 'Supported self-management',
    hint: 'The person watches for signs, tests go on, and the team is a call away',
  },
  nurse_led: { label: 'Nurse-led', hint: 'A specialist nurse sees or rings the person at set times' },
  clinician_led: { label: 'Clinician-led', hint: 'A clinician sees the person at set times' },
  discharge_to_practice: {
    label: 'Discharge to the practice',
    hint: 'The hospital follows up no more; the practice is told how to come back',
  },
}

export const PATHWAY_STATE_LABELS: Readonly<Record<PathwayState, { label: string; colour: Colour }>> = {
  live: { label: 'On follow-up', colour: 'green' },
  suspended: { label: 'Suspended', colour: 'orange' },
  recalled: { label: 'Called back to clinic', colour: 'orange' },
  ended: { label: 'Ended', colour: 'grey' },
}

export const PATHWAY_EVENT_WORDS: Readonly<Record<PathwayEventKind, string>> = {
  suspended: 'Suspended',
  reactivated: 'Started again',
  recalled: 'Called back to clinic',
  seen_after_recall: 'Seen after being called back',
  transferred: 'Transferred to another team',
  ended: 'Ended',
}

/** A step as a button says it, and what it does, before it is taken. */
export const PATHWAY_STEP_WORDS: Readonly<Record<PathwayEventKind, { act: string; does: string }>> = {
  suspended: {
    act: 'Suspend follow-up',
    does: 'No tests are asked for until it is started again. Results are read and told all the same.',
  },
  reactivated: {
    act: 'Start follow-up again',
    does: 'Tests are asked for again, on the days they always had.',
  },
  recalled: {
    act: 'Call back to clinic',
    does: 'Seeing the person is then on the team’s worklist. Tests go on.',
  },
  seen_after_recall: { act: 'Record that the person was seen', does: 'Follow-up goes on as it was.' },
  transferred: {
    act: 'Transfer to another team',
    does: 'Everything that is open moves to the other team, on the same days.',
  },
  ended: {
    act: 'End follow-up',
    does: 'No more tests are asked for. Results on their way are read and told all the same.',
  },
}

/** What can be otherwise for one person: as a link says it, and what it does. */
export const PERSONAL_CHANGE_WORDS: Readonly<Record<PersonalChangeKind, { act: string; does: string }>> = {
  interval: {
    act: 'Change how often a test is due',
    does: 'For this person alone. The other tests stay as the protocol has them.',
  },
  threshold: {
    act: 'Change from which number a result is looked at',
    does: 'For this person alone. Results that are there already are looked at by it too.',
  },
  duration: {
    act: 'Change how long follow-up goes on',
    does: 'For this person alone. The last tests go on, or stop earlier.',
  },
  anchor: {
    act: 'Change the day that tests are counted from',
    does: 'Every day to come moves with it. What was done stays done.',
  },
}

export const PATHWAY_END_LABELS: Readonly<Record<PathwayEnd, string>> = {
  completed: 'Completed: every test was done',
  pathway_changed: 'Another pathway was decided',
  discharged: 'Discharged to the practice',
  recurrence: 'The cancer has come back or grown',
  moved_away: 'The person has moved away',
  person_declined: 'The person does not want it',
  recorded_in_error: 'Recorded in error',
}

/** Where a test stands, in words of the ward. */
export const TEST_STATE_LABELS: Readonly<Record<TestState, { label: string; colour: Colour }>> = {
  not_yet: { label: 'Later', colour: 'grey' },
  due: { label: 'Due', colour: 'blue' },
  requested: { label: 'Asked for', colour: 'blue' },
  done: { label: 'Done, no result yet', colour: 'blue' },
  resulted: { label: 'Result to review', colour: 'orange' },
  reviewed: { label: 'To be told', colour: 'orange' },
  told: { label: 'Told', colour: 'green' },
  settled: { label: 'Not needed', colour: 'grey' },
  excused: { label: 'Passed while suspended', colour: 'grey' },
  stopped: { label: 'Stopped', colour: 'grey' },
}

export const TEST_EVENT_WORDS: Readonly<Record<SurveillanceTestEventKind, string>> = {
  requested: 'Asked for',
  done: 'Done',
  not_attended: 'Did not come',
  told: 'Told the result',
  not_needed: 'Not needed',
}

/** What was said of a test, where it may take back what was said before. @param before in order */
export function testEventWords(
  kind: SurveillanceTestEventKind,
  before: readonly SurveillanceTestEventKind[],
): string {
  const last = (...kinds: readonly SurveillanceTestEventKind[]) =>
    before.findLast((one) => kinds.includes(one))
  if (kind === 'not_attended' && last('done', 'not_attended') === 'done') return 'Not done after all'
  if (kind === 'requested' && last('not_needed', 'requested') === 'not_needed')
    return 'Needed after all, and asked for'
  return TEST_EVENT_WORDS[kind]
}

export const TOLD_BY_LABELS: Readonly<Record<ToldBy, string>> = {
  letter: 'Letter',
  telephone: 'Telephone',
  in_person: 'In person',
  email: 'Email',
  text_message: 'Text message',
}

/** What a decision would come to, line by line. */
export function previewInWords({ due, along, endsOn }: DecisionPreview): string[] {
  if (endsOn === null) return ['The practice takes over with the letter. The hospital asks for no more tests']
  const tests = due.map(({ name, dueOn }) => `${name}, due ${formatDateForStaff(dueOn)}`)
  return [
    ...(tests.length > 0 ? tests : ['This protocol asks for no test']),
    ...along,
    `Follow-up goes on until ${formatDateForStaff(endsOn)}`,
  ]
}

/** What was just done, as the next page says it. */
export const DONE_WORDS: Readonly<Record<string, string>> = {
  decided: 'The decision has been recorded',
  suspended: 'Follow-up has been suspended',
  reactivated: 'Follow-up has been started again',
  recalled: 'The call back to clinic has been recorded',
  seen_after_recall: 'It has been recorded that the person was seen',
  transferred: 'Follow-up has been transferred',
  changed_for_person: 'Changed for this person. What is owed has been worked out again',
  change_taken_back: 'Taken back. It is as the protocol says again',
  ended: 'Follow-up has ended',
  requested: 'It has been recorded that the test was asked for',
  done: 'It has been recorded that the test was done',
  not_attended: 'It has been recorded that the test was not done. It is to be asked for again',
  told: 'It has been recorded that the person was told',
  not_needed: 'It has been recorded that the test is not needed',
}
