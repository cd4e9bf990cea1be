import type { Block } from '@/lib/documents/document'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import type { PathwayEnd, ResultDecision, ToldBy } from '@/lib/platform/prisma-client/enums'
import type { LetterBody } from './letter-frame'
import { doneFacts, type EndedFollowUp } from './pathway-letters'
import { bodyBlocks } from './plain-letter'
import type { ToldTest } from './test-letters'
import { callUs } from './way-back'

/** What a practice does with a letter about a result. Nothing, unless the hospital asks in another way. */
const NOTHING_TO_DO = 'For information: nothing is asked of you.'

const DECIDED: Readonly<Record<ResultDecision, string>> = {
  in_range: 'In range, goes on as planned',
  repeat: 'The test is repeated',
  contact: 'Talked over with the person',
  suspend: 'Follow-up is suspended while this is looked into',
  recall: 'Called back to clinic',
  continue: 'Looked at by a clinician, goes on as planned',
}

const HOW_TOLD: Readonly<Record<ToldBy, string>> = {
  letter: 'by letter',
  telephone: 'by telephone',
  in_person: 'in person',
  email: 'by email',
  text_message: 'by text message',
}

/** The practice's copy of a result: what was found, what was decided, how the person was told, what comes next. */
export function resultCopy(
  told: ToldTest & { name: string },
  { toldBy, toldOn }: { toldBy: ToldBy; toldOn: CalendarDate },
): LetterBody {
  const { name, takenOn, results, decisions, next, wayBack } = told
  const decided = decisions.length > 0 ? decisions : (['in_range'] as const)
  return {
    heading: `Follow-up result: ${name}`,
    blocks: [
      { kind: 'paragraph', words: NOTHING_TO_DO },
      {
        kind: 'facts',
        facts: [
          { name: 'Date of the test', words: formatDateForPatient(takenOn) },
          ...results.map((result) => ({ name: result.name, words: result.words })),
          { name: 'Decided', words: [...new Set(decided)].map((one) => DECIDED[one]).join('. ') },
          { name: 'The person was told', words: `${HOW_TOLD[toldBy]}, ${formatDateForPatient(toldOn)}` },
          {
            name: 'Next test',
            words: next ? `${next.test}, around ${formatDateForPatient(next.on)}` : 'None is planned',
          },
        ],
      },
      { kind: 'paragraph', words: `Is anything unclear? ${callUs(wayBack)}.` },
    ],
  }
}

const WHY_ENDED: Readonly<Record<PathwayEnd, string>> = {
  completed: 'Completed: every test was done',
  pathway_changed: 'Another pathway was decided',
  discharged: 'Discharged to you',
  recurrence: 'The cancer has come back or grown',
  moved_away: 'The person has moved away',
  person_declined: 'The person does not want it',
  recorded_in_error: 'Recorded in error',
}

/** The practice's letter at the end. @param words what the clinician wrote for the practice, or null */
export function endCopy(ended: EndedFollowUp, words: string | null): LetterBody {
  const { end, startedOn, endedOn, done, wayBack } = ended
  const facts: Block = {
    kind: 'facts',
    facts: [
      { name: 'Followed up from', words: formatDateForPatient(startedOn) },
      { name: 'Until', words: formatDateForPatient(endedOn) },
      { name: 'Why it ended', words: WHY_ENDED[end] },
    ],
  }
  return {
    heading: 'Hospital follow-up has ended',
    blocks: [
      facts,
      ...(words ? bodyBlocks(words) : []),
      ...(done.length > 0
        ? [{ kind: 'heading', level: 2, words: 'What was done' } as const, doneFacts(done)]
        : []),
      { kind: 'heading', level: 2, words: 'How to send the person back' },
      {
        kind: 'paragraph',
        words: `${callUs(wayBack)}. The person can call us themselves, and was told what to watch for. A suspicion of cancer goes by the usual urgent referral.`,
      },
    ],
  }
}
