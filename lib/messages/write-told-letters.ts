import 'server-only'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { resultCopy } from './practice-letters'
import { resultDiscussedLetter, resultInRangeLetter, type ToldTest } from './test-letters'
import { whyNoLetter } from './why-no-letter'
import { writeLetters, type Letters } from './write-letters'

/** That somebody was told results: what of, how, and who else has it in writing. */
type ToldResults = Pick<Letters, 'patientId' | 'teamId' | 'about' | 'usesInternet' | 'signedBy'> & {
  test: ToldTest & { name: string }
  toldBy: ToldBy
  toldOn: CalendarDate
  /** The person gets it in writing besides, where a letter reaches them. */
  isWritten: boolean
  isCopied: boolean
}

/**
 * Puts in writing what a person was told, and sends their practice a copy: in the transaction of the telling. A letter that
 * would be stopped is written only where it is the one way in which they were told.
 *
 * @param recordedById who told them
 * @returns as `writeLetters`
 */
export async function writeToldLetters(
  tx: Tx,
  recordedById: string | null,
  { test, toldBy, toldOn, isWritten, isCopied, ...place }: ToldResults,
): Promise<AccessEntry[]> {
  const how = { toldBy, toldOn }
  const reaches = isWritten && (await whyNoLetter(tx, place.patientId)) === null
  const body = test.decisions.length === 0 ? resultInRangeLetter(test) : resultDiscussedLetter(test, how)
  return writeLetters(tx, recordedById, {
    ...place,
    toPerson: toldBy === 'letter' || reaches ? body : null,
    notice: 'letter_coming',
    toPractice: isCopied ? resultCopy(test, how) : null,
  })
}
