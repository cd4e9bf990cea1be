import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { today } from '@/lib/platform/clock'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { settleDeclinedRequest } from '@/lib/practice-requests/settle-declined-request'
import { withdrawPracticeRequest } from '@/lib/practice-requests/withdraw-practice-request'
import { askedOfPractice } from '@/tests/factories/practice-requests'
import { makeSetting, type OpenTask, type Setting } from '../care-plans/setting'

type Answer = Parameters<typeof answerPracticeRequest>[1]

/** An answer as the practice's form posts it: without a change, that it will do it. */
export function answerTo(request: PracticeRequestView, change: Partial<Answer> = {}): Answer {
  const { id, version } = request
  return { requestId: id, version, answer: 'accepted', on: today(), note: null, reason: null, ...change }
}

export const DECLINED = { answer: 'declined', reason: 'No scanner here' } as const
export const DONE = { answer: 'done', note: 'T score -1.2' } as const

/** What tests of requests start from, and how they do what the pages do. */
export async function makeRequestSetting() {
  const setting: Setting = await makeSetting()
  const { clinician, breast, practice, gp } = setting
  const now = async (request: PracticeRequestView, actor: Actor = clinician) => {
    const all = await asActor(actor, (tx) => listRequestsOfSummary(tx, request.summaryId))
    const found = all.find(({ code }) => code === request.code)
    if (!found) throw new Error('the request is gone')
    return found
  }
  return {
    ...setting,
    /** A person of the breast team and the practice, with one request open. */
    async asked(plan: Parameters<typeof askedOfPractice>[2] = {}): Promise<PracticeRequestView> {
      const place = { patientId: await setting.patient(), teamId: breast, practiceTeamId: practice }
      const [request] = await askedOfPractice(clinician, place, plan)
      if (!request) throw new Error('nothing was asked')
      return request
    },
    /** The request of the same code, as it stands. */
    now,
    answer: async (request: PracticeRequestView, change: Partial<Answer> = {}, actor: Actor = gp) => {
      await answerPracticeRequest(actor, answerTo(request, change))
      return now(request)
    },
    withdraw: (request: PracticeRequestView, actor: Actor = clinician) =>
      withdrawPracticeRequest(actor, {
        patientId: request.patientId,
        requestId: request.id,
        version: request.version,
        withdrawReason: 'Scanned in the hospital',
      }),
    settle: (
      request: PracticeRequestView,
      change: Partial<Parameters<typeof settleDeclinedRequest>[1]> = {},
    ) =>
      settleDeclinedRequest(clinician, {
        patientId: request.patientId,
        requestId: request.id,
        version: request.version,
        settlement: 'done_here',
        on: today(),
        note: 'Scanned in the hospital',
        ...change,
      }),
    /** What is owed for a request: kind, whose, by when. */
    owed: async ({
      id,
      patientId,
    }: PracticeRequestView): Promise<Pick<OpenTask, 'kind' | 'team_id' | 'due_on'>[]> =>
      (await setting.openTasks(patientId))
        .filter(({ subject_id }) => subject_id === id)
        .map(({ kind, team_id, due_on }) => ({ kind, team_id, due_on })),
  }
}

export type RequestSetting = Awaited<ReturnType<typeof makeRequestSetting>>
