import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { addDays } from '@/lib/nhs/calendar-date'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import { settleDeclinedRequest } from '@/lib/practice-requests/settle-declined-request'
import { withdrawPracticeRequest } from '@/lib/practice-requests/withdraw-practice-request'
import { closeTask } from '@/lib/tasks/close-task'
import { followTask } from '@/lib/tasks/follow-task'
import { postponeTask } from '@/lib/tasks/postpone-task'
import { changeSummarySection } from '@/lib/treatment-summaries/change-summary-section'
import { draftTreatmentSummary } from '@/lib/treatment-summaries/draft-treatment-summary'
import { amendTreatmentSummary } from '@/lib/treatment-summaries/amend-treatment-summary'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import { sendTreatmentSummary } from '@/lib/treatment-summaries/send-treatment-summary'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { recordedDiagnosis } from '@/tests/factories/diagnoses'
import { completeSummary, shownSummary, summaryNow } from '@/tests/factories/treatment-summaries'
import { answerTo } from '../practice-requests/setting'
import { makeSetting, type Setting } from '../care-plans/setting'

export const DEEDS = [
  'draft',
  'sign',
  'amend',
  'drop a request',
  'reword a request',
  'send in service',
  'post',
  'keep from the practice',
  'give to the person',
  'read',
  'accepted',
  'done',
  'declined',
  'withdraw',
  'settle',
  'close a task',
  'postpone a task',
  'to the practice',
  'to the other practice',
  'to no practice',
  'refer to urology',
  'breast lets go',
  'breast hands over',
  'die',
  'come back',
  'void the diagnosis',
] as const

/** What happens most: the rest ends a course, or is refused in most states. */
export const USUAL_DEEDS = [
  'sign',
  'amend',
  'drop a request',
  'accepted',
  'done',
  'declined',
  'declined',
  'settle',
  'close a task',
  'close a task',
  'postpone a task',
  'to the practice',
  'to the other practice',
  'to no practice',
] as const satisfies readonly (typeof DEEDS)[number][]

/** `pick` says which of several: of the requests, the tasks, the deliveries. */
export type Deed = { what: (typeof DEEDS)[number]; pick: number }

/** What can be thrown at somebody who comes too late or out of turn; anything else is a fault. */
const REFUSALS = [NotFound, NotAllowed, RuleBroken, Stale]

/** Whose team let go at this very moment is refused by the database itself, and nothing is written. */
const OUT_OF_CARE = /42501/

function isRefusal(error: unknown): boolean {
  return (
    REFUSALS.some((kind) => error instanceof kind) ||
    (error instanceof Error && OUT_OF_CARE.test(error.message))
  )
}

const ENDED_ON = addDays(today(), -14)

export type SummarySetting = Setting & {
  /** Content of a draft in which nothing is missing, asking two things. */
  content: { sections: { requests: { items: { id: string }[] } } }
}

export async function makeSummarySetting(): Promise<SummarySetting> {
  const setting = await makeSetting()
  const { summaryId } = shownSummary(await completeSummary(setting.clinician, await setting.patient()))
  const { rows } = await setting.database.superuser.query(
    'select content from treatment_summary where id = $1',
    [summaryId],
  )
  const content = rows[0].content as SummarySetting['content']
  content.sections.requests.items = content.sections.requests.items.slice(0, 2)
  return { ...setting, content }
}

type Task = { id: string; version: number; kind: string; team_id: string }

/** Somebody with a diagnosis of which a summary can be written, and whatever may happen to it. */
export async function beginCourse(setting: SummarySetting) {
  const { database, clinician, urologist, breast, urology, practice, otherPractice, gp, otherGp } = setting
  const patientId = await setting.patient()
  const diagnosisId = await recordedDiagnosis(clinician, patientId, { diagnosedOn: addDays(today(), -90) })
  const acknowledged = { answers: [] as string[], signed: 0 }
  let notes = 0

  const ask = async <Row extends object>(sql: string, values: unknown[] = [patientId]) =>
    (await database.superuser.query<Row>(sql, values)).rows
  const one = async <Row extends object>(sql: string, values: unknown[] = [patientId]) => {
    const [row] = await ask<Row>(sql, values)
    if (!row) throw new NotFound()
    return row
  }
  /** Somebody at work in a hospital team that cares. */
  const hospital = async (): Promise<Actor> => {
    const cares = await ask(
      'select from care_relationship where patient_id = $1 and team_id = $2 and ended_on is null',
      [patientId, breast],
    )
    return cares.length > 0 ? clinician : urologist
  }
  const atPractice = (teamId: string): Actor => (teamId === practice ? gp : otherGp)
  const summaryRow = () =>
    one<{ id: string; version: number }>('select id, version from treatment_summary where patient_id = $1')
  const shown = async () => {
    const { id: summaryId, version } = await summaryRow()
    return { patientId, summaryId, version }
  }
  const patientVersion = async () =>
    (await one<{ version: number }>('select version from patient where id = $1')).version
  const request = async (pick: number) => {
    const { id } = await summaryRow()
    const all = await asActor(await hospital(), (tx) => listRequestsOfSummary(tx, id))
    const found = all[pick % Math.max(all.length, 1)]
    if (!found) throw new NotFound()
    return found
  }
  const task = async (pick: number) => {
    const tasks = await ask<Task>(
      'select id, version, kind::text, team_id from task where patient_id = $1 and closed_at is null order by kind, id',
    )
    const found = tasks[pick % Math.max(tasks.length, 1)]
    if (!found) throw new NotFound()
    const hospitals: Record<string, Actor> = { [breast]: clinician, [urology]: urologist }
    return {
      taskId: found.id,
      version: found.version,
      by: hospitals[found.team_id] ?? atPractice(found.team_id),
    }
  }
  const draft = async () => {
    const begun = { patientId, diagnosisId, phaseEndedOn: ENDED_ON }
    const { summaryId } = await draftTreatmentSummary(clinician, begun)
    await database.superuser.query(
      `update treatment_summary set content = $2, version = version + 1 where id = $1 and content ->> 'amendmentReason' is null
         and not exists (select from treatment_summary_version where summary_id = $1)`,
      [summaryId, JSON.stringify(setting.content)],
    )
  }
  const sign = async () => {
    await signTreatmentSummary(clinician, await shown())
    acknowledged.signed++
  }
  const change = async (pick: number, how: 'drop' | 'reword') => {
    const wanted = await shown()
    const { content } = await summaryNow(clinician, wanted)
    const items = content.sections.requests.items.map(({ id, values }, index) => {
      const isIt = index === pick % content.sections.requests.items.length
      const detail = isIt && how === 'reword' ? `Reworded ${++notes}` : values.detail
      return { id, isLeftOut: isIt && how === 'drop', values: { ...values, detail } }
    })
    await changeSummarySection(clinician, { ...wanted, section: 'requests', input: { fields: {}, items } })
  }
  const send = async (
    channel: 'in_service' | 'post' | 'none' | 'by_hand',
    recipient: 'practice' | 'person' = 'practice',
  ) =>
    sendTreatmentSummary(await hospital(), {
      ...(await shown()),
      number: Math.max(1, acknowledged.signed),
      recipient,
      recipientName: recipient === 'practice' ? 'The practice' : null,
      channel,
      sentOn: today(),
      note: channel === 'none' ? 'Asked us not to' : null,
    })
  const read = async (pick: number) => {
    const sent = await ask<{ id: string; team_id: string }>(
      `select id, team_id from treatment_summary_delivery where patient_id = $1 and channel = 'in_service' order by id`,
    )
    const found = sent[pick % Math.max(sent.length, 1)]
    if (!found) throw new NotFound()
    await markSummarySeen(atPractice(found.team_id), { deliveryId: found.id })
  }
  const answer = async (pick: number, kind: 'accepted' | 'done' | 'declined') => {
    const asked = await request(pick)
    const note = kind === 'accepted' ? null : `Said ${++notes}`
    await answerPracticeRequest(
      atPractice(asked.practice.id),
      answerTo(asked, { answer: kind, note, reason: note }),
    )
    acknowledged.answers.push(`${asked.id} ${kind} ${note ?? ''}`)
  }
  const move = async (practiceId: string) => {
    const by = await hospital()
    const { version } = await getPracticeChoice(by, patientId)
    await changeRegisteredPractice(by, { patientId, version, practiceId })
  }
  const letGo = (openTasks: string) =>
    endCare(clinician, { patientId, teamId: breast, reason: 'Discharged', openTasks })
  const deeds: Record<Deed['what'], (pick: number) => Promise<unknown>> = {
    draft,
    sign,
    amend: async () => amendTreatmentSummary(clinician, { ...(await shown()), reason: 'A slip' }),
    'drop a request': (pick) => change(pick, 'drop'),
    'reword a request': (pick) => change(pick, 'reword'),
    'send in service': () => send('in_service'),
    post: () => send('post'),
    'keep from the practice': () => send('none'),
    'give to the person': () => send('by_hand', 'person'),
    read,
    accepted: (pick) => answer(pick, 'accepted'),
    done: (pick) => answer(pick, 'done'),
    declined: (pick) => answer(pick, 'declined'),
    withdraw: async (pick) => {
      const { id: requestId, version } = await request(pick)
      await withdrawPracticeRequest(await hospital(), {
        patientId,
        requestId,
        version,
        withdrawReason: 'Scanned already',
      })
    },
    settle: async (pick) => {
      const { id: requestId, version } = await request(pick)
      const how = { settlement: 'another_practice', on: today(), note: 'Elsewhere' } as const
      await settleDeclinedRequest(await hospital(), { patientId, requestId, version, ...how })
    },
    'close a task': async (pick) => {
      const { by, ...wanted } = await task(pick)
      await closeTask(by, { ...wanted, reason: 'Not needed any more' }, followTask)
    },
    'postpone a task': async (pick) => {
      const { by, ...wanted } = await task(pick)
      await postponeTask(by, { ...wanted, dueOn: addDays(today(), 40), reason: 'On holiday' }, followTask)
    },
    'to the practice': () => move(practice),
    'to the other practice': () => move(otherPractice),
    'to no practice': () => move(''),
    'refer to urology': () => beginCare(clinician, { patientId, teamId: urology }),
    'breast lets go': () => letGo('close'),
    'breast hands over': () => letGo(urology),
    die: async () =>
      recordDeath(await hospital(), {
        patientId,
        version: await patientVersion(),
        diedOn: today(),
        isChecked: true,
        isDateRight: true,
      }),
    'come back': async () =>
      correctDeath(await hospital(), { patientId, version: await patientVersion(), reason: 'Mistaken' }),
    'void the diagnosis': async () => {
      const { version } = await one<{ version: number }>('select version from diagnosis where id = $1', [
        diagnosisId,
      ])
      await voidDiagnosis(clinician, { patientId, diagnosisId, version, reason: 'Another person’s' })
    },
  }
  return {
    patientId,
    diagnosisId,
    /** What somebody was told was done. */
    acknowledged,
    ask,
    /** Does several things at once; who comes too late or out of turn is told so. */
    async happen(all: readonly Deed[]): Promise<void> {
      const results = await Promise.allSettled(all.map(({ what, pick }) => deeds[what](pick)))
      for (const result of results)
        if (result.status === 'rejected' && !isRefusal(result.reason)) throw result.reason
    },
  }
}

export type Course = Awaited<ReturnType<typeof beginCourse>>
