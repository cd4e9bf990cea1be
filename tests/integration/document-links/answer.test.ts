import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotFound, Stale } from '@/lib/platform/errors'
import { answerByLink } from '@/lib/practice-requests/answer-by-link'
import { getPracticeRequest } from '@/lib/practice-requests/queries'
import { withdrawPracticeRequest } from '@/lib/practice-requests/withdraw-practice-request'
import { markSummarySeenByLink } from '@/lib/treatment-summaries/mark-seen-by-link'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { getRequestByLink, getSummaryByLink } from '@/lib/treatment-summaries/summary-by-link'
import { registeredWith } from '@/tests/factories/care-plans'
import { amendedSummary, shownSummary, summaryNow } from '@/tests/factories/treatment-summaries'
import { answerTo, DECLINED, DONE } from '../practice-requests/setting'
import { makeLinkSetting, type LinkSetting } from './setting'

let setting: LinkSetting
beforeAll(async () => {
  setting = await makeLinkSetting()
})
afterAll(() => setting.database.drop())

/** A document that is open, with the request of it that these tests answer. */
async function atTheRequest() {
  const place = await setting.opened()
  const requests = await setting.requestsOf(place.actor)
  const request = requests.find(({ code }) => code === 'bone_density')
  if (!request) throw new Error('nothing is asked')
  return { ...place, requests, request }
}

const owed = async ({ id, patientId }: { id: string; patientId: string }) =>
  (await setting.openTasks(patientId))
    .filter(({ subject_id }) => subject_id === id)
    .map(({ kind, team_id }) => ({ kind, team_id }))

describe('a practice without accounts', () => {
  it('is asked and chased like every other, before any link is made', async () => {
    const { request } = await atTheRequest()
    expect((await owed(request)).map(({ kind }) => kind).sort()).toEqual([
      'answer_summary_request',
      'await_practice_answer',
    ])
  })

  it('reads the summary as it was sent, and the access log says by which link', async () => {
    const { actor, patientId, linkId } = await atTheRequest()
    const page = await getSummaryByLink(actor)
    expect(page).toMatchObject({
      isIntact: true,
      standing: 'current',
      practice: 'Mill Lane Surgery',
      number: 1,
    })
    expect(page.content.person.familyName).toBe('Smith')
    expect(page.requests.map(({ code }) => code)).toContain('bone_density')
    const read = await setting.logOf(patientId, 'treatment_summary.viewed')
    expect(read.at(-1)).toMatchObject({
      actor_kind: 'practice link',
      staff_id: null,
      detail: { link: linkId },
    })
  })

  it('says yes, and then that it is done; the hospital team sees that it came by a link', async () => {
    const { actor, request, patientId, linkId } = await atTheRequest()
    await setting.answer(actor, request)
    expect(await owed(request)).toEqual([{ kind: 'complete_summary_request', team_id: setting.practice }])
    const { request: accepted } = await getRequestByLink(actor, request.id)
    if (!accepted) throw new Error('the request is gone')
    await setting.answer(actor, accepted, { ...DONE, on: addDays(today(), -1) })
    expect(await owed(request)).toEqual([])
    const page = await getPracticeRequest(setting.clinician, { patientId, requestId: request.id })
    expect(page.request).toMatchObject({
      state: 'done',
      answer: { by: 'Mill Lane Surgery, by a link', note: 'T score -1.2', on: addDays(today(), -1) },
    })
    expect(await setting.logOf(patientId, 'practice_request.done')).toMatchObject([
      {
        actor_kind: 'practice link',
        staff_id: null,
        session_id: actor.linkSessionId,
        detail: { link: linkId },
      },
    ])
  })

  it('says that it cannot, and the team finds another way', async () => {
    const { actor, request } = await atTheRequest()
    await expect(setting.answer(actor, request, { answer: 'declined', reason: ' ' })).rejects.toMatchObject({
      errors: [{ field: 'reason', message: 'Enter why your practice cannot do it' }],
    })
    await setting.answer(actor, request, DECLINED)
    expect(await owed(request)).toEqual([{ kind: 'settle_declined_request', team_id: setting.breast }])
  })

  it('has what it cannot do ended where no hospital team is left', async () => {
    const { actor, request, patientId } = await atTheRequest()
    await setting.database.superuser.query(
      `update care_relationship set started_on = current_date - 2, ended_on = current_date - 1 where patient_id = $1 and team_id = $2`,
      [patientId, setting.breast],
    )
    await setting.answer(actor, request, DECLINED)
    const { request: ended } = await getRequestByLink(actor, request.id)
    expect(ended?.state).toBe('ended')
  })

  it('marks the summary as read, once', async () => {
    const { actor, patientId, summaryId, linkId } = await atTheRequest()
    expect(await setting.openTasks(patientId, 'read_treatment_summary')).toHaveLength(1)
    await markSummarySeenByLink(actor)
    await markSummarySeenByLink(actor)
    expect(await setting.openTasks(patientId, 'read_treatment_summary')).toEqual([])
    expect(await setting.kindsOf(linkId)).toEqual(['opened', 'read'])
    const { versions } = await summaryNow(setting.clinician, { patientId, summaryId })
    expect(versions[0]?.deliveries[0]).toMatchObject({ isSeenByLink: true })
    expect(versions[0]?.deliveries[0]?.seenAt).not.toBeNull()
  })

  it('has used the link up once all is read and answered for good; what is open stays open', async () => {
    const { actor, requests, linkId, ...place } = await atTheRequest()
    for (const request of requests) await setting.answer(actor, request, DONE)
    expect(await setting.linksOf(place)).toMatchObject([{ state: 'live' }])
    await markSummarySeenByLink(actor)
    expect((await setting.kindsOf(linkId)).at(-1)).toBe('finished')
    expect(await setting.linksOf(place)).toMatchObject([{ state: 'used' }])
    expect((await getSummaryByLink(actor)).requests.map(({ state }) => state)).not.toContain('asked')
  })
})

describe('an answer by a link', () => {
  it('posted twice by the same form counts once, and both posts succeed', async () => {
    const { actor, request, linkId } = await atTheRequest()
    const posting = { ...actor, submission: { id: crypto.randomUUID(), action: 'document-link.answer' } }
    await Promise.all([
      answerByLink(posting, answerTo(request, DONE)),
      answerByLink(posting, answerTo(request, DONE)),
    ])
    expect(await setting.kindsOf(linkId)).toEqual(['opened', 'answered'])
  })

  it('given twice stands as it was first', async () => {
    const { actor, request } = await atTheRequest()
    const results = await Promise.allSettled([
      setting.answer(actor, request, DONE),
      setting.answer(actor, request, DECLINED),
    ])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const { request: answered } = await getRequestByLink(actor, request.id)
    expect(answered?.history).toHaveLength(2)
    await expect(setting.answer(actor, { ...request, version: 2 })).rejects.toThrow('answered already')
  })

  it('is of the request as it was shown, and of this summary', async () => {
    const { actor, request } = await atTheRequest()
    await expect(setting.answer(actor, { ...request, version: 9 })).rejects.toThrow(Stale)
    const another = await atTheRequest()
    for (const id of [another.request.id, crypto.randomUUID(), 'x']) {
      await expect(setting.answer(actor, { ...request, id })).rejects.toThrow(NotFound)
      await expect(getRequestByLink(actor, id)).rejects.toThrow(NotFound)
    }
    expect(await setting.requestsOf(another.actor)).toMatchObject(
      another.requests.map(({ state }) => ({ state })),
    )
  })

  it('comes too late for what the hospital team withdrew', async () => {
    const { actor, request, patientId } = await atTheRequest()
    const { id: requestId, version } = request
    await withdrawPracticeRequest(setting.clinician, {
      patientId,
      requestId,
      version,
      withdrawReason: 'Scanned here',
    })
    await expect(setting.answer(actor, request)).rejects.toThrow('withdrawn this request')
  })
})

describe('a document that is not current', () => {
  const refuses = async ({ actor, request }: Awaited<ReturnType<typeof atTheRequest>>, reason: string) => {
    await expect(setting.answer(actor, request)).rejects.toThrow(reason)
    await expect(markSummarySeenByLink(actor)).rejects.toThrow(reason)
    expect(await getRequestByLink(actor, request.id)).toMatchObject({ request: null })
    expect((await getSummaryByLink(actor)).content.person.familyName).toBe('Smith')
  }

  it('because a later version was signed is shown as sent, and not answered', async () => {
    const place = await atTheRequest()
    const amended = await amendedSummary(
      setting.clinician,
      await summaryNow(setting.clinician, { patientId: place.patientId, summaryId: place.summaryId }),
    )
    expect(await getSummaryByLink(place.actor)).toMatchObject({ standing: 'current' })
    await signTreatmentSummary(setting.clinician, shownSummary(amended))
    await refuses(place, 'link_superseded')
    expect(await getSummaryByLink(place.actor)).toMatchObject({
      number: 1,
      standing: 'superseded',
      requests: [],
    })
  })

  it('because the person moved is shown as sent, and not answered', async () => {
    const place = await atTheRequest()
    await registeredWith(setting.clinician, place.patientId, setting.otherPractice)
    await refuses(place, 'link_moved')
  })

  it('because the person died is shown as sent, and not answered', async () => {
    const place = await atTheRequest()
    const { superuser } = setting.database
    await superuser.query('update patient set died_on = current_date where id = $1', [place.patientId])
    await refuses(place, 'link_died')
  })
})
