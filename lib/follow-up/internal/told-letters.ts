import 'server-only'
import type { Actor } from '@/lib/access/actor'
import type { AccessEntry } from '@/lib/access-log/record-access'
import { writeToldLetters } from '@/lib/messages/write-told-letters'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Tx } from '@/lib/platform/database'
import type { ToldBy } from '@/lib/platform/prisma-client/enums'
import { testForPerson, testName } from '@/lib/results/known-tests'
import { readResultsToTell, refuseInWriting, type ResultsToTell } from '@/lib/results/results-to-tell'
import type { NextTest } from '../next-date'
import type { KnownTest } from './find-test'
import { fromAnsweringTeams } from './from-answering-teams'
import { wayBackOf } from './own-follow-up'
import { placeOf, sends } from './pathway-letters'

/** That somebody was told the results of a test. `eventId`: the fact that says so. `next`: the date that goes with it. */
type Telling = {
  told: ResultsToTell
  next: NextTest | null
  eventId: string
  toldBy: ToldBy | ''
  on: CalendarDate
}

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
 * transaction of the telling, as far as the protocol has each sent.
 *
 * @returns as `writeLetters`
 */
export async function writeTold(
  tx: Tx,
  actor: Actor,
  known: KnownTest,
  { told, next, eventId, toldBy, on }: Telling,
): Promise<AccessEntry[]> {
  const { row } = known
  if (toldBy === '') return []
  const [pathway] = await fromAnsweringTeams(tx, [known.pathway])
  if (!pathway) return []
  const isInRange = told.decisions.length === 0
  return writeToldLetters(tx, actor.staffId, {
    ...placeOf(pathway, actor),
    about: `told:${eventId}`,
    test: {
      name: testName(row.testCode),
      test: testForPerson(row.testCode),
      takenOn: told.sampledOn ?? on,
      results: told.results,
      decisions: told.decisions,
      next: next && { test: testForPerson(next.testCode), on: next.dueOn },
      wayBack: wayBackOf(pathway),
    },
    toldBy,
    toldOn: on,
    isWritten: sends(pathway, isInRange ? 'result_in_range' : 'result_to_discuss'),
    isCopied: sends(pathway, 'copy_to_practice'),
  })
}
