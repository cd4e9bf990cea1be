import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerPracticeRequest } from '@/lib/practice-requests/answer-practice-request'
import { getTreatmentSummary } from '@/lib/treatment-summaries/queries'
import { getSentSummary } from '@/lib/treatment-summaries/practice-queries'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { getSummaryVersion } from '@/lib/treatment-summaries/version-queries'
import { canonicalJson } from '@/lib/platform/canonical-json'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { registeredWith } from '@/tests/factories/care-plans'
import {
  amendedSummary,
  changedSection,
  completeSummary,
  draftedSummary,
  shownSummary,
  signedSummary,
  summaryNow,
} from '@/tests/factories/treatment-summaries'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

const deliveryOf = (summary: Awaited<ReturnType<typeof summaryNow>>) => {
  const delivery = summary.versions[0]?.deliveries[0]
  if (!delivery) throw new Error('nothing was sent')
  return delivery
}

describe('signing a treatment summary', () => {
  it('freezes it with its hash, sends it, and closes what was owed', async () => {
    const { clinician, breast, practice, patient, database } = setting
    const patientId = await patient({ givenName: 'Zoë' })
    const draft = await completeSummary(clinician, patientId)
    expect(await setting.openTasks(patientId, 'prepare_treatment_summary')).toMatchObject([
      { team_id: breast, subject_id: draft.diagnosisId, due_on: '2026-04-16' },
    ])
    expect(await signTreatmentSummary(clinician, shownSummary(draft))).toEqual({ number: 1, sending: 'sent' })
    const { rows } = await database.superuser.query(
      'select content, content_hash from treatment_summary_version where patient_id = $1',
      [patientId],
    )
    const bytes = new TextEncoder().encode(canonicalJson(rows[0].content))
    const hash = await crypto.subtle.digest('SHA-256', bytes)
    expect(Buffer.from(hash).toString('hex')).toBe(rows[0].content_hash)
    const summary = await summaryNow(clinician, shownSummary(draft))
    expect(summary).toMatchObject({ isDraft: false, versions: [{ number: 1, changes: [] }] })
    expect(deliveryOf(summary)).toMatchObject({ recipient: 'practice', teamId: practice, sentOn: today() })
    expect(await setting.openTasks(patientId, 'prepare_treatment_summary')).toEqual([])
    expect(await setting.openTasks(patientId, 'read_treatment_summary')).toMatchObject([
      { team_id: practice, due_on: addDays(today(), 7), subject_id: deliveryOf(summary).id },
    ])
    expect(await setting.events(patientId)).toEqual(
      expect.arrayContaining(['treatment_summary.signed', 'treatment_summary.sent']),
    )
    const version = await getSummaryVersion(clinician, { ...shownSummary(summary), number: '1' })
    expect(version).toMatchObject({ isIntact: true, content: { sections: draft.content.sections } })
  })

  it('shows beside it what was asked of the practice, and the answer', async () => {
    const { clinician, gp, patient } = setting
    const { summary } = await signedSummary(clinician, await patient())
    const before = await getTreatmentSummary(clinician, shownSummary(summary))
    const [first] = before.requests
    expect(before.requests.length).toBeGreaterThan(1)
    expect(before.requests.map(({ state }) => state)).toEqual(before.requests.map(() => 'asked'))
    await answerPracticeRequest(gp, {
      requestId: first!.id,
      version: first!.version,
      answer: 'declined',
      on: today(),
      note: null,
      reason: 'No scanner here',
    })
    const { requests } = await getTreatmentSummary(clinician, shownSummary(summary))
    expect(requests[0]).toMatchObject({ state: 'declined', answer: { note: 'No scanner here' } })
    expect(requests.slice(1)).toEqual(before.requests.slice(1))
  })

  it('says what is missing and changes nothing', async () => {
    const { clinician, patient } = setting
    const draft = await draftedSummary(clinician, await patient())
    const early = signTreatmentSummary(clinician, shownSummary(draft))
    await expect(early).rejects.toThrow(RuleBroken)
    await expect(early).rejects.toThrow('Enter the consultant in charge')
    expect((await summaryNow(clinician, shownSummary(draft))).version).toBe(draft.version)
  })

  it('is of what was shown, once, by a clinician of the team', async () => {
    const { clinician, supportWorker, urologist, gp, patient } = setting
    const draft = await completeSummary(clinician, await patient())
    await expect(signTreatmentSummary(supportWorker, shownSummary(draft))).rejects.toThrow(NotAllowed)
    await expect(signTreatmentSummary(gp, shownSummary(draft))).rejects.toThrow(NotAllowed)
    await expect(signTreatmentSummary(urologist, shownSummary(draft))).rejects.toThrow(NotFound)
    await changedSection(supportWorker, draft, 'plan', { reviewedBy: 'Breast nurses' })
    const late = signTreatmentSummary(clinician, shownSummary(draft))
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({ changedBy: 'Beryl Price' })
    const current = await summaryNow(clinician, shownSummary(draft))
    const actor = { ...clinician, submission: { id: crypto.randomUUID(), action: 'treatment-summary.sign' } }
    const both = await Promise.all([1, 2].map(() => signTreatmentSummary(actor, shownSummary(current))))
    expect(both).toEqual([1, 2].map(() => ({ number: 1, sending: 'sent' })))
    const signed = await summaryNow(clinician, shownSummary(current))
    await expect(signTreatmentSummary(clinician, shownSummary(signed))).rejects.toThrow('is signed')
  })

  it('without a practice, or where the person does not share, finding a way is owed', async () => {
    const { clinician, breast, patient, database } = setting
    const unregistered = await patient({ practice: false })
    expect((await signedSummary(clinician, unregistered)).signed.sending).toBe('no_practice')
    const private_ = await patient()
    await database.superuser.query('update patient set shares_with_practice = false where id = $1', [
      private_,
    ])
    const { summary, signed } = await signedSummary(clinician, private_)
    expect(signed.sending).toBe('kept_back')
    expect(summary.versions[0]?.deliveries).toEqual([])
    expect(await setting.openTasks(private_, 'send_treatment_summary')).toMatchObject([
      { team_id: breast, subject_id: summary.id, detail: 'The person does not share with their practice' },
    ])
    expect(await setting.openTasks(private_, 'read_treatment_summary')).toEqual([])
    expect(await setting.events(private_)).toContain('treatment_summary.not_sent')
  })

  it('is refused for somebody who has died', async () => {
    const { clinician, patient, database } = setting
    const draft = await completeSummary(clinician, await patient())
    await database.superuser.query('update patient set died_on = current_date where id = $1', [
      draft.patientId,
    ])
    await expect(signTreatmentSummary(clinician, shownSummary(draft))).rejects.toThrow('has died')
  })
})

describe('an amendment', () => {
  it('is a new version that says what changed, and the practice reads that one', async () => {
    const { clinician, gp, patient } = setting
    const patientId = await patient()
    const { summary } = await signedSummary(clinician, patientId)
    const open = await amendedSummary(clinician, summary)
    expect(open).toMatchObject({ isDraft: true, versions: [{ number: 1 }] })
    expect(await setting.openTasks(patientId, 'prepare_treatment_summary')).toMatchObject([
      { subject_id: summary.diagnosisId, due_on: addDays(today(), 7) },
    ])
    await changedSection(clinician, open, 'contacts', { inHours: 'Breast team, 01632 960 199' })
    const ready = await summaryNow(clinician, shownSummary(open))
    expect(await signTreatmentSummary(clinician, shownSummary(ready))).toMatchObject({ number: 2 })
    const next = await summaryNow(clinician, shownSummary(open))
    const { id } = deliveryOf(next)
    expect(await setting.openTasks(patientId, 'read_treatment_summary')).toMatchObject([{ subject_id: id }])
    const sent = await getSentSummary(gp, id)
    expect(sent.changes).toEqual([
      'Amended because: The telephone number has changed',
      'In working hours: was Breast team, 01632 960 123, now Breast team, 01632 960 199',
    ])
    const first = await getSentSummary(gp, deliveryOf(summary).id)
    expect(first.newerDeliveryId).toBe(id)
    expect(first.content.sections.contacts.fields.inHours.value).toBe('Breast team, 01632 960 123')
    await markSummarySeen(gp, { deliveryId: id })
    expect(await setting.openTasks(patientId, 'read_treatment_summary')).toEqual([])
    expect((await getSentSummary(gp, deliveryOf(summary).id)).seen).not.toBeNull()
  })

  it('is for a clinician of the team, of what was shown, once', async () => {
    const { clinician, supportWorker, patient } = setting
    const { summary } = await signedSummary(clinician, await patient())
    await expect(amendedSummary(supportWorker, summary)).rejects.toThrow(NotAllowed)
    const open = await amendedSummary(clinician, summary)
    await expect(amendedSummary(clinician, summary)).rejects.toThrow(Stale)
    await expect(amendedSummary(clinician, open)).rejects.toThrow('written already')
  })
})

describe('what a practice was sent', () => {
  it('is for that practice alone, and stays readable after the person moved', async () => {
    const { clinician, gp, otherGp, patient, otherPractice } = setting
    const patientId = await patient()
    const { summary } = await signedSummary(clinician, patientId)
    const { id } = deliveryOf(summary)
    await expect(getSentSummary(otherGp, id)).rejects.toThrow(NotFound)
    await expect(getSentSummary(clinician, id)).rejects.toThrow(NotFound)
    await registeredWith(clinician, patientId, otherPractice)
    expect(await getSentSummary(gp, id)).toMatchObject({ isRegistered: false, number: 1 })
    await expect(getSentSummary(otherGp, id)).rejects.toThrow(NotFound)
  })
})
