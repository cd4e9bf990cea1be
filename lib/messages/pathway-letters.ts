import type { Block } from '@/lib/documents/document'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { FollowUpStream, PathwayEnd } from '@/lib/platform/prisma-client/enums'
import { lowerFirst } from './labels'
import type { LetterBody } from './letter-frame'
import type { ComingTest } from './test-letters'
import { callUs, watchForBlocks, wayBackBlocks, type WayBack } from './way-back'

/** A person's follow-up as they are told of it. */
export type OwnFollowUp = {
  stream: FollowUpStream
  /** The next tests, earliest first. */
  coming: readonly ComingTest[]
  /** Until when it is planned; null where nothing is. */
  until: CalendarDate | null
  /** Days from a test within which they hear its result. */
  heardWithinDays: number
  wayBack: WayBack
}

/** Tests of one kind that were done: how many, and the last of them. */
export type TestsDone = { test: string; times: number; lastOn: CalendarDate }

/** How a pathway ended. */
export type EndedFollowUp = {
  end: PathwayEnd
  endedOn: CalendarDate
  startedOn: CalendarDate
  done: readonly TestsDone[]
  practiceName: string | null
  wayBack: WayBack
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
const heading = (words: string): Block => ({ kind: 'heading', level: 2, words })

const LEADS: Readonly<Record<FollowUpStream, string>> = {
  supported_self_management:
    'You look after yourself from day to day. We arrange your tests and look at each result. You need not come to clinic unless you or we want to talk.',
  nurse_led: 'A nurse from our team will see you or call you at set times. We arrange your tests too.',
  clinician_led: 'A doctor or nurse will see you in clinic at set times. We arrange your tests too.',
  discharge_to_practice: 'Your GP practice looks after you from now on.',
}

/** The first letter of a pathway: what it is, which tests come, what to watch for and whom to call. */
export function welcomeLetter(own: OwnFollowUp): LetterBody {
  return {
    heading: 'Your follow-up from now on',
    blocks: [
      paragraph('This letter says how we will keep an eye on you from now on. Please keep it.'),
      ...ownFollowUpBlocks(own),
      ...wayBackBlocks(own.wayBack),
    ],
  }
}

/** What the person's own page of their follow-up says: tests to come, what to watch for, the way back. */
export function ownFollowUpBlocks({ stream, coming, until, heardWithinDays, wayBack }: OwnFollowUp): Block[] {
  return [
    paragraph(LEADS[stream]),
    heading('Your tests'),
    ...comingBlocks(coming),
    ...(until ? [paragraph(`Follow-up is planned until ${formatDateForPatient(until)}.`)] : []),
    paragraph(
      `After each test we tell you the result and when the next one is. If you have heard nothing ${inWeeks(heardWithinDays)} after a test, please ${lowerFirst(callUs(wayBack))}.`,
    ),
    ...watchForBlocks(wayBack),
  ]
}

export function comingBlocks(coming: readonly ComingTest[]): Block[] {
  if (coming.length === 0) return [paragraph('No test is planned for now.')]
  const facts = coming.map(({ test, on }) => ({
    name: capitalised(test),
    words: `around ${formatDateForPatient(on)}`,
  }))
  return [{ kind: 'facts', facts }]
}

const ENDED: Readonly<Partial<Record<PathwayEnd, string>>> = {
  completed: 'You have had all the tests that we planned. That is good news.',
  discharged: 'We have agreed that you no longer need to be followed up by the hospital.',
  person_declined: 'You have told us that you do not want it to go on. You can change your mind at any time.',
}

/** The letter to the person at the end: what was done, what to watch for, how to come back. */
export function endLetter(ended: EndedFollowUp): LetterBody {
  const { end, endedOn, done, practiceName, wayBack } = ended
  const why = ENDED[end] ?? ''
  return {
    heading: 'Your hospital follow-up has ended',
    blocks: [
      paragraph(`Your follow-up with us ended on ${formatDateForPatient(endedOn)}. ${why}`.trim()),
      ...(done.length > 0 ? [heading('What was done'), doneFacts(done)] : []),
      heading('How to come back to us'),
      paragraph(
        `${callUs(wayBack)} if something worries you about the cancer or its treatment. You can do so at any time, even years from now. You do not need to ask your GP first.`,
      ),
      paragraph(
        practiceName
          ? `For your general health, see ${practiceName}. We have written to them too.`
          : 'For your general health, see your GP practice. Please show them this letter.',
      ),
      ...watchForBlocks(wayBack),
    ],
  }
}

/** How often each test was done, and when last. */
export function doneFacts(done: readonly TestsDone[]): Block {
  return {
    kind: 'facts',
    facts: done.map(({ test, times, lastOn }) => ({
      name: capitalised(test),
      words: `${times === 1 ? 'once' : `${times} times, last`} on ${formatDateForPatient(lastOn)}`,
    })),
  }
}

const DAYS_IN_WEEK = 7

function inWeeks(days: number): string {
  const weeks = Math.ceil(days / DAYS_IN_WEEK)
  return weeks === 1 ? 'a week' : `${weeks} weeks`
}

/** Names of tests keep their own capitals: only the first letter is raised. */
function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
