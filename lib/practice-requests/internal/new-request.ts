import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { ActorOrJob } from '@/lib/access/actor-or-job'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { NotFound } from '@/lib/platform/errors'
import { answerDueFrom } from './answer-dates'
import { recordEvent } from './record-step'
import { findRequests, type RequestRow } from './request-rows'
import { openRequestTasks } from './request-tasks'

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
export async function createRequest(tx: Tx, actor: ActorOrJob, wanted: NewRequest): Promise<RequestRow> {
  const request = await insertRequest(tx, actor, wanted)
  await openRequestTasks(tx, request, 'asked', today())
  return request
}

/** The request and the fact that it was asked; what is owed for it is for the caller to open. */
export async function insertRequest(tx: Tx, actor: ActorOrJob, wanted: NewRequest): Promise<RequestRow> {
  const id = uuidv7()
  const { patientId, summaryId, teamId, practiceTeamId, code, what, detail, snomedCode, dueOn } = wanted
  const answerDueOn = toDatabaseDate(await answerDueFrom(tx, teamId, today()))
  const data = { patientId, summaryId, teamId, practiceTeamId, code, what, detail, snomedCode, dueOn }
  await tx.practiceRequest.create({ data: { ...data, id, answerDueOn } })
  await recordEvent(tx, actor, { id, patientId }, { kind: 'asked', on: today(), note: null })
  const [request] = await findRequests(tx, { id })
  if (!request) throw new NotFound()
  return request
}
