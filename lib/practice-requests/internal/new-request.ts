import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { answerDueFrom } from './answer-dates'
import { recordStep } from './record-step'
import { findRequests, type RequestRow } from './request-rows'

export type NewRequest = Pick<
  RequestRow,
  | 'patientId'
  | 'summaryId'
  | 'teamId'
  | 'practiceTeamId'
  | 'code'
  | 'what'
  | 'detail'
  | 'snomedCode'
  | 'dueOn'
>

/** Asks a practice something: the request, the fact that it was asked, and what is owed for it. */
export async function createRequest(tx: Tx, actor: Actor, wanted: NewRequest): Promise<RequestRow> {
  const id = uuidv7()
  const { patientId, summaryId, teamId, practiceTeamId, code, what, detail, snomedCode, dueOn } = wanted
  const answerDueOn = toDatabaseDate(await answerDueFrom(tx, teamId, today()))
  const data = { patientId, summaryId, teamId, practiceTeamId, code, what, detail, snomedCode, dueOn }
  await tx.practiceRequest.create({ data: { ...data, id, answerDueOn } })
  const [request] = await findRequests(tx, { id })
  if (!request) throw new NotFound()
  await recordStep(tx, actor, request, { kind: 'asked', on: today(), note: null, how: 'superseded' })
  return request
}
