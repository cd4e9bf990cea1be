import 'server-only'
import { asJob, type SystemActor } from '@/lib/access/as-job'
import { recordEveryAccess, type AccessEntry } from '@/lib/access-log/record-access'
import { askAbout } from '@/lib/messages/message'
import { testDueLetter, testOverdueLetter } from '@/lib/messages/reminder-letters'
import { resultToDiscussLetter } from '@/lib/messages/test-letters'
import { findWritten, writeLetters, type Letters } from '@/lib/messages/write-letters'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { testForPerson } from '@/lib/results/known-tests'
import { readResultsToTell } from '@/lib/results/results-to-tell'
import { allOrEach, type OnFailure } from './internal/all-or-each'
import { fromAnsweringTeams } from './internal/from-answering-teams'
import { wayBackOf } from './internal/own-follow-up'
import { pathwayState } from './internal/pathway-state'
import { placeOf, sends } from './internal/pathway-letters'
import type { TestRow } from './internal/pathway-rows'
import { lockFollowUp, readPathways, type KnownPathway } from './internal/read-pathways'
import { standingOf, type Standing } from './internal/standing'
import { dueKey } from './internal/test-key'

/** Pathways in one transaction, as `recomputeFollowUp` has them. */
const BATCH = 50

/**
 * Writes the letters whose day has come: that a test is due, once its window opens; that it was not seen, once its grace is
 * over; that we want to talk about a result, once telling it is late. Each once, by what it is about: run again, or after it
 * died half-way, it writes what is missing.
 *
 * @param onFailure told of each pathway whose letters could not be written; without it the first one ends the work
 * @returns how many messages were written
 */
export async function writeDueLetters(actor: SystemActor, onFailure?: OnFailure): Promise<number> {
  let written = 0
  let last: string | null = null
  for (;;) {
    const after: string | null = last
    const ids: string[] = await asJob(actor, (tx) => pathwaysToWriteFor(tx, after))
    written += await allOrEach(ids, (these) => asJob(actor, (tx) => writeFor(tx, these)), onFailure)
    last = ids.at(-1) ?? null
    if (ids.length < BATCH || last === null) return written
  }
}

async function pathwaysToWriteFor(tx: Tx, after: string | null): Promise<string[]> {
  const rows = await tx.followUpPathway.findMany({
    where: {
      ...(after !== null && { id: { gt: after } }),
      tests: { some: { settledAt: null, windowFrom: { lte: toDatabaseDate(today()) } } },
    },
    orderBy: { id: 'asc' },
    take: BATCH,
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

async function writeFor(tx: Tx, ids: readonly string[]): Promise<number> {
  const rows = await tx.followUpPathway.findMany({
    where: { id: { in: [...ids] } },
    select: { patientId: true },
  })
  // In one order, so that two who take several never wait for each other in a ring.
  for (const patientId of [...new Set(rows.map((row) => row.patientId))].sort())
    await lockFollowUp(tx, patientId)
  const known = await fromAnsweringTeams(tx, await readPathways(tx, { ids }))
  const due: Letters[] = []
  for (const pathway of known) due.push(...(await dueLetters(tx, pathway)))
  const before = await findWritten(
    tx,
    due.map(({ about }) => about),
  )
  const entries: AccessEntry[] = []
  for (const letters of due)
    if (!before.has(letters.about)) entries.push(...(await writeLetters(tx, null, letters)))
  if (entries.length > 0) await recordEveryAccess(tx, entries)
  return entries.length
}

async function dueLetters(tx: Tx, pathway: KnownPathway): Promise<Letters[]> {
  if (pathway.row.patient.diedOn) return []
  const standing = standingOf(pathway, today())
  const asking = pathway.row.tests.flatMap((row) => reminderOf(pathway, standing, row) ?? [])
  const late = pathway.row.tests.filter(
    (row) => !row.settledAt && sends(pathway, 'result_to_discuss') && isTellingLate(standing, row),
  )
  const discussed: Letters[] = []
  for (const row of late) discussed.push(...(await askToCall(tx, pathway, row)))
  return [...asking, ...discussed]
}

/** While follow-up is suspended no tests are asked for, so nobody is reminded of one. */
function reminderOf(pathway: KnownPathway, standing: Standing, row: TestRow): Letters | null {
  const test = standing.due.find(({ key }) => key === dueKey(row))
  if (!test || (test.state !== 'due' && test.state !== 'requested') || today() < test.opensOn) return null
  if (pathwayState(pathway.row).isSuspended) return null
  const letter = test.isOverdue ? 'test_overdue' : 'test_due'
  if (!sends(pathway, letter)) return null
  const coming = { test: testForPerson(row.testCode), on: test.dueOn, wayBack: wayBackOf(pathway) }
  return {
    ...placeOf(pathway, null),
    about: askAbout(letter, row.id, test.dueOn),
    toPerson: test.isOverdue ? testOverdueLetter(coming) : testDueLetter(coming),
    notice: 'appointment_to_arrange',
    toPractice: null,
  }
}

function isTellingLate({ owed }: Standing, row: TestRow): boolean {
  return owed.some(
    ({ kind, about, dueOn }) => kind === 'tell_person' && about === dueKey(row) && dueOn < today(),
  )
}

/** In-range results wait for the team alone: nobody is made anxious by being asked to call about one. */
async function askToCall(tx: Tx, pathway: KnownPathway, row: TestRow): Promise<Letters[]> {
  const { patientId, id, testCode } = row
  const resultIds = pathway.results.results.filter(({ testId }) => testId === id).map((result) => result.id)
  const { decisions, lastReviewId } = await readResultsToTell(tx, { patientId, resultIds })
  if (decisions.length === 0 || lastReviewId === null) return []
  return [
    {
      ...placeOf(pathway, null),
      about: askAbout('result_to_discuss', id, lastReviewId),
      toPerson: resultToDiscussLetter({ test: testForPerson(testCode), wayBack: wayBackOf(pathway) }),
      notice: 'please_call',
      toPractice: null,
    },
  ]
}
