import 'server-only'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { listAnswerableTests } from '@/lib/follow-up/answerable-tests'
import { listPeopleLike, type PersonLike } from '@/lib/patients/people-like'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { knownTests } from './known-tests'
import { findAnalyte } from './read-result'
import { asToAnswer, type TestToAnswer } from './test-choice'
import type { UnmatchedContent, UnmatchedReason } from './unmatched'
import { reportTests } from './what-was-examined'

/** Something that a message says and that a person has to settle. */
export type UnmatchedResult = {
  id: string
  version: number
  why: UnmatchedReason
  content: UnmatchedContent
  receivedAt: Date
  from: string
}

const MOST = 100

/** What the actor's organisation has to settle, the oldest first, so many at the most. @throws NotAllowed */
export async function listUnmatched(actor: Actor): Promise<{ results: UnmatchedResult[]; hasMore: boolean }> {
  permitInOwn(actor, 'unmatched_result', 'read')
  return asActor(actor, async (tx) => {
    const rows = await tx.unmatchedResult.findMany({
      where: { settledAt: null },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: MOST + 1,
      include: { message: { select: { receivedAt: true, sendingApplication: true, sendingFacility: true } } },
    })
    await recordAccess(tx, { event: 'unmatched_result.listed', detail: { results: rows.length } })
    return { results: rows.slice(0, MOST).map(viewOf), hasMore: rows.length > MOST }
  })
}

type Row = {
  id: string
  version: number
  why: string
  content: unknown
  message: { receivedAt: Date; sendingApplication: string; sendingFacility: string }
}

function viewOf({ id, version, why, content, message }: Row): UnmatchedResult {
  return {
    id,
    version,
    why: why as UnmatchedReason,
    content: content as UnmatchedContent,
    receivedAt: message.receivedAt,
    from: [message.sendingApplication, message.sendingFacility].filter(Boolean).join(', '),
  }
}

export type UnmatchedPage = {
  unmatched: UnmatchedResult
  /** The message as received. */
  raw: string
  /** People in the actor's care with this NHS number, or with this date of birth and a name like it. */
  candidates: PersonLike[]
  /** The tests of follow-up of each of them that wait for a result. */
  tests: (TestToAnswer & { patientId: string })[]
  /** What it was read as; null where that is not known. */
  suggestedCode: string | null
  /** What can be filed. */
  examined: { code: string; name: string; units: string[] }[]
}

/** One of them, beside who it might be about. @throws NotFound, NotAllowed */
export async function getUnmatched(actor: Actor, unmatchedId: string): Promise<UnmatchedPage> {
  permitInOwn(actor, 'unmatched_result', 'read')
  if (!isUuid(unmatchedId)) throw new NotFound()
  return asActor(actor, async (tx) => {
    const row = await tx.unmatchedResult.findFirst({
      where: { id: unmatchedId, settledAt: null },
      include: { message: true },
    })
    if (!row) throw new NotFound()
    const unmatched = viewOf(row)
    const candidates = await listPeopleLike(tx, unmatched.content.person)
    await recordAccess(tx, {
      event: 'unmatched_result.viewed',
      entityId: unmatchedId,
      detail: { candidates: candidates.length },
    })
    const tests = knownTests()
    return {
      unmatched,
      tests: await testsOf(tx, candidates),
      raw: Buffer.from(row.message.raw).toString('utf8').replaceAll('\r', '\n'),
      candidates,
      suggestedCode: findAnalyte(tests, 'local', unmatched.content.code)?.code ?? null,
      examined: [
        ...tests.analytes.map(({ code, name, units }) => ({
          code,
          name,
          units: units.map(({ unit }) => unit),
        })),
        ...reportTests(tests).map(({ code, name }) => ({ code, name, units: [] })),
      ],
    }
  })
}

async function testsOf(tx: Tx, candidates: readonly PersonLike[]): Promise<UnmatchedPage['tests']> {
  const testCodes = knownTests().tests.map(({ code }) => code)
  const found = []
  for (const { patientId } of candidates)
    for (const test of await listAnswerableTests(tx, { patientId, testCodes }))
      found.push({ patientId, ...asToAnswer(test) })
  return found
}
