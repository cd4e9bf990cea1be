import type { Block } from '@/lib/documents/document'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { lowerFirst } from './labels'
import type { LetterBody } from './letter-frame'
import type { ComingTest } from './test-letters'
import { callUs, wayBackBlocks, type WayBack } from './way-back'

const paragraph = (words: string): Block => ({ kind: 'paragraph', words })

/** Reminds of a test whose time has come. */
export function testDueLetter({ test, on, wayBack }: ComingTest & { wayBack: WayBack }): LetterBody {
  return {
    heading: `It is time for your ${test}`,
    blocks: [
      paragraph(`Your next ${test} is due around ${formatDateForPatient(on)}.`),
      paragraph(
        'This test is how we check that all is well. We ask everyone on your kind of follow-up to have it.',
      ),
      paragraph(
        `If you have a date or a form for it, there is nothing else to do. If you have heard nothing by ${formatDateForPatient(on)}, please ${lowerFirst(callUs(wayBack))}.`,
      ),
      paragraph(
        'If you cannot come, or do not want the test, please tell us. We will talk about it with you. You can change your mind at any time.',
      ),
      ...wayBackBlocks(wayBack),
    ],
  }
}

/** Asks about a test that should have been done. */
export function testOverdueLetter({ test, on, wayBack }: ComingTest & { wayBack: WayBack }): LetterBody {
  return {
    heading: `We have not seen your ${test}`,
    blocks: [
      paragraph(`Your ${test} was due around ${formatDateForPatient(on)}. We have no note that you had it.`),
      paragraph(
        'If you had it a few days ago, thank you. It can take some time to reach us. You need do nothing.',
      ),
      paragraph(`If you have not had it, please ${lowerFirst(callUs(wayBack))} to set a date.`),
      paragraph(
        'If something makes it hard to come, please tell us. We can often help. If you do not want the test, please tell us that too.',
      ),
      ...wayBackBlocks(wayBack),
    ],
  }
}
