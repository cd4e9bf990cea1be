import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { resultCopy } from '@/lib/messages/practice-letters'
import { resultDiscussedLetter, resultInRangeLetter, type ToldTest } from '@/lib/messages/test-letters'
import { writeLetters } from '@/lib/messages/write-letters'
import { whyNoLetter } from '@/lib/messages/why-no-letter'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { testForPerson, testName } from '@/lib/results/known-tests'
import { readResultsToTell, refuseInWriting, type ResultsToTell } from '@/lib/results/results-to-tell'
import { nextTestAfter, type KnownTest } from './find-test'
import { wayBackOf } from './own-follow-up'
import { placeOf, sends } from './pathway-letters'

/** That somebody was told the results of a test. `eventId`: the fact that says so. */
type Telling = { told: ResultsToTell; eventId: string; toldBy: ToldBy | ''; on: CalendarDate }

/**
 * What the person was told of, before it is recorded.
 *
 * @throws RuleBroken at `toldBy` if it is not in range and nobody talked with the person
 */
export async function resultsToldIn(
  tx: Tx,
  { row, resultIds }: KnownTest,
  toldBy: ToldBy | '',
): Promise<ResultsToTell> {
  const told = await readResultsToTell(tx, { patientId: row.patientId, resultIds })
  refuseInWriting(told, toldBy)
  return told
}

/**
 * Puts in writing what a person was told, with the date of the next test, and sends their practice a copy: in the
 * transaction of the telling. A letter that would be stopped is written only where it is the one way in which they were told.
 *
 * @returns as `writeLetters`
 */
export async function writeTold(
  tx: Tx,
  actor: Actor,
  known: KnownTest,
  { told, eventId, toldBy, on }: Telling,
): Promise<AccessEntry[]> {
  const { pathway, row } = known
  if (toldBy === '') return []
  const next = nextTestAfter(known)
  const test: ToldTest & { name: string } = {
    name: testName(row.testCode),
    test: testForPerson(row.testCode),
    takenOn: told.sampledOn ?? on,
    results: told.results,
    decisions: told.decisions,
    next: next && { test: testForPerson(next.test), on: next.dueOn },
    wayBack: wayBackOf(pathway),
  }
  const how = { toldBy, toldOn: on }
  const isInRange = told.decisions.length === 0
  const named = sends(pathway, isInRange ? 'result_in_range' : 'result_to_discuss')
  const reaches = named && (await whyNoLetter(tx, row.patientId)) === null
  const body = isInRange ? resultInRangeLetter(test) : resultDiscussedLetter(test, how)
  return writeLetters(tx, actor.staffId, {
    ...placeOf(pathway, actor),
    about: `told:${eventId}`,
    toPerson: toldBy === 'letter' || reaches ? body : null,
    notice: 'letter_coming',
    toPractice: sends(pathway, 'copy_to_practice') ? resultCopy(test, how) : null,
  })
}
