import 'server-only'
import { isUuid, permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import { listAnswerableTests } from '@/lib/follow-up/answerable-tests'
import { listPeopleLike, type PersonLike } from '@/lib/patients/people-like'
import type { Tx } from '@/lib/platform/database'
import { NotFound } from '@/lib/platform/errors'
import { knownTests } from './known-tests'
import type { PlaceInTime } from './place-in-list'
import { findAnalyte } from './read-result'
import { asToAnswer, type TestToAnswer } from './test-choice'
import { isAboutDemographics, type UnmatchedContent, type UnmatchedReason } from './unmatched'
import { reportTests } from './what-was-examined'

/** Something that a message says and that a person has to settle. */
export type UnmatchedResult = {
  id: string
  version: number
  why: UnmatchedReason
  content: UnmatchedContent
  receivedAt: Date
  from: string
  /** What a hospital system says of a person, not a result: it is put right on their record, and filed under nobody. */
  isDemographics: boolean
}

/** A page of what waits, and how many wait in all. `next`: where the next page begins; null on the last. */
export type UnmatchedList = { results: UnmatchedResult[]; total: number; next: PlaceInTime | null }

const UNMATCHED_A_PAGE = 50

/** What the actor's organisations have to settle, the oldest first, from a place on. @throws NotAllowed */
export async function listUnmatched(actor: Actor, after: PlaceInTime | null = null): Promise<UnmatchedList> {
  permitInOwn(actor, 'unmatched_result', 'read')
  const organisationIds = teamsAs(actor, 'clinician', 'support_worker').map((team) => team.organisationId)
  const open = { organisationId: { in: [...new Set(organisationIds)] }, settledAt: null }
  return asActor(actor, async (tx) => {
    const rows = await tx.unmatchedResult.findMany({
      where: { ...open, ...(after && laterThan(after)) },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      take: UNMATCHED_A_PAGE + 1,
      include: {
        message: {
          select: { receivedAt: true, sendingApplication: true, sendingFacility: true, messageType: true },
        },
      },
    })
    const shown = rows.slice(0, UNMATCHED_A_PAGE)
    const last = rows.length > UNMATCHED_A_PAGE ? shown.at(-1) : undefined
    await recordAccess(tx, { event: 'unmatched_result.listed', detail: { results: shown.length } })
    return {
      results: shown.map(viewOf),
      total: await tx.unmatchedResult.count({ where: open }),
      next: last ? { at: last.createdAt, id: last.id } : null,
    }
  })
}

function laterThan({ at, id }: PlaceInTime) {
  return { createdAt: { gte: at }, OR: [{ createdAt: { gt: at } }, { id: { gt: id } }] }
}

type Row = {
  id: string
  version: number
  why: string
  content: unknown
  message: { receivedAt: Date; sendingApplication: string; sendingFacility: string; messageType: string }
}

function viewOf({ id, version, why, content, message }: Row): UnmatchedResult {
  return {
    id,
    version,
    why: why as UnmatchedReason,
    content: content as UnmatchedContent,
    receivedAt: message.receivedAt,
    from: [message.sendingApplication, message.sendingFacility].filter(Boolean).join(', '),
    isDemographics: isAboutDemographics(message.messageType),
  }
}

export type UnmatchedPage = {
  unmatched: UnmatchedResult
  /** The message as received; of a file its row alone, since the others are of other people. */
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
      raw: unmatched.content.sent ?? Buffer.from(row.message.raw).toString('utf8').replaceAll('\r', '\n'),
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
