import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { getOfferForm } from '@/lib/needs-assessments/offer-form'
import { offerAssessment } from '@/lib/needs-assessments/offer-assessment'
import { voidOffer } from '@/lib/needs-assessments/void-offer'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { completedAssessment, recordedOffer } from '@/tests/factories/assessments'
import { aBreastClinic, type BreastClinic } from './a-breast-clinic'

describe('offers of an assessment', () => {
  let clinic: BreastClinic
  beforeAll(async () => {
    clinic = await aBreastClinic()
  })
  afterAll(() => clinic.database.drop())

  const toOffer = (patientId: string) =>
    asActor(clinic.clinician, (tx) =>
      openTasks(tx, [{ kind: 'offer_assessment', patientId, teamId: clinic.breast, dueOn: today() }]),
    )
  const voided = (patientId: string, offerId: string, actor = clinic.clinician) =>
    voidOffer(actor, { patientId, offerId, reason: 'Wrong person' })

  /** A diagnosis on this day, behind the commands of its own module. */
  const diagnosed = (patientId: string, on: string) =>
    clinic.database.superuser.query(
      `insert into diagnosis (id, patient_id, team_id, icd10_code, tumour_group, diagnosed_on)
       values ($1, $2, $3, 'C50.4', 'breast', $4)`,
      [crypto.randomUUID(), patientId, clinic.breast, on],
    )

  it('accepted: whoever offered it is to record the assessment', async () => {
    const patientId = await clinic.patient()
    await toOffer(patientId)
    await recordedOffer(clinic.supportWorker, patientId, clinic.breast)
    expect(await clinic.openTasks(patientId)).toMatchObject([
      {
        kind: 'record_assessment',
        dueOn: addDays(today(), 14),
        ownerStaffId: clinic.supportWorker.staffId,
      },
    ])
    expect(await clinic.events(patientId)).toEqual(['assessment_offer.recorded'])
  })

  it('undecided: the team asks again, from the true date of the offer', async () => {
    const patientId = await clinic.patient()
    await toOffer(patientId)
    const offeredOn = addDays(today(), -10)
    await recordedOffer(clinic.clinician, patientId, clinic.breast, { outcome: 'undecided', offeredOn })
    expect(await clinic.openTasks(patientId)).toMatchObject([
      { kind: 'offer_assessment', dueOn: addDays(today(), 4), ownerStaffId: null },
    ])
  })

  it.each(['declined', 'not_offered', 'unable'] as const)('%s: nothing more is open', async (outcome) => {
    const patientId = await clinic.patient()
    await toOffer(patientId)
    await recordedOffer(clinic.clinician, patientId, clinic.breast, { outcome })
    expect(await clinic.openTasks(patientId)).toEqual([])
  })

  it('are each a fact of their own; the last word counts', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    await recordedOffer(clinician, patientId, breast, {
      outcome: 'undecided',
      offeredOn: addDays(today(), -20),
    })
    await recordedOffer(clinician, patientId, breast, { offeredOn: addDays(today(), -5) })
    expect(await clinic.openTasks(patientId)).toMatchObject([{ kind: 'record_assessment' }])
    await recordedOffer(clinician, patientId, breast, { outcome: 'declined' })
    expect(await clinic.openTasks(patientId)).toEqual([])
    const { offers } = await listAssessments(clinician, patientId)
    expect(offers.map(({ outcome }) => outcome)).toEqual(['declined', 'accepted', 'undecided'])
  })

  it('entered late, of before the diagnosis, leave the offer after the diagnosis open', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    await diagnosed(patientId, today())
    await toOffer(patientId)
    const offeredOn = addDays(today(), -60)
    await recordedOffer(clinician, patientId, breast, { outcome: 'declined', offeredOn })
    expect(await clinic.openTasks(patientId)).toMatchObject([{ kind: 'offer_assessment' }])
  })

  it.each([
    [addDays(today(), 1), 'today or in the past'],
    ['1961-02-02', 'after the person was born'],
  ])('are refused on %s', async (offeredOn, message) => {
    const patientId = await clinic.patient()
    const offering = recordedOffer(clinic.clinician, patientId, clinic.breast, { offeredOn })
    await expect(offering).rejects.toThrow(message)
    expect(await clinic.count('assessment_offer', patientId)).toBe(0)
  })

  it('are refused after death; one made before leaves nothing to do', async () => {
    const patientId = await clinic.patient({ diedOn: '2026-11-01' })
    await expect(recordedOffer(clinic.clinician, patientId, clinic.breast)).rejects.toThrow(RuleBroken)
    await recordedOffer(clinic.clinician, patientId, clinic.breast, { offeredOn: '2026-10-31' })
    expect(await clinic.openTasks(patientId)).toEqual([])
  })

  it('answer the repeat of a submission with the first result', async () => {
    const patientId = await clinic.patient()
    const submission = { id: crypto.randomUUID(), action: 'needs-assessment.offer' }
    const again = { ...clinic.clinician, submission }
    const first = await recordedOffer(again, patientId, clinic.breast)
    expect(await recordedOffer(again, patientId, clinic.breast)).toBe(first)
    expect(await clinic.count('assessment_offer', patientId)).toBe(1)
  })

  it('begin with the likely point, the actor’s role and what was offered before', async () => {
    const patientId = await clinic.patient()
    await diagnosed(patientId, today())
    await expect(getOfferForm(clinic.supportWorker, patientId)).resolves.toMatchObject({
      teams: [{ id: clinic.breast }],
      pathwayPoint: 'initial_diagnosis',
      staffRoleCode: '04',
      offers: [],
      daysAfterOffer: 14,
    })
    expect(await clinic.events(patientId)).toEqual(['patient.page_viewed'])
  })

  describe('recorded in error', () => {
    it('stay on the list, crossed out, and what they closed is open again', async () => {
      const { clinician, breast } = clinic
      const patientId = await clinic.patient()
      const on = addDays(today(), -10)
      await diagnosed(patientId, on)
      await toOffer(patientId)
      const offerId = await recordedOffer(clinician, patientId, breast, { outcome: 'declined' })
      expect(await clinic.openTasks(patientId)).toEqual([])
      await voided(patientId, offerId)
      expect(await clinic.openTasks(patientId)).toMatchObject([
        { kind: 'offer_assessment', dueOn: addDays(on, 31) },
      ])
      await expect(listAssessments(clinician, patientId)).resolves.toMatchObject({
        offers: [{ id: offerId, voided: { reason: 'Wrong person', by: 'Beryl Jones' } }],
      })
      expect(await clinic.events(patientId)).toContain('assessment_offer.voided')
    })

    it('leave the word before them to count', async () => {
      const { clinician, breast } = clinic
      const patientId = await clinic.patient()
      const offeredOn = addDays(today(), -3)
      await recordedOffer(clinician, patientId, breast, { outcome: 'undecided', offeredOn })
      const accepted = await recordedOffer(clinician, patientId, breast)
      await voided(patientId, accepted)
      expect(await clinic.openTasks(patientId)).toMatchObject([
        { kind: 'offer_assessment', dueOn: addDays(offeredOn, 14) },
      ])
    })

    it('leave somebody to ask today, where nothing else is known', async () => {
      const patientId = await clinic.patient()
      const only = await recordedOffer(clinic.clinician, patientId, clinic.breast, { outcome: 'declined' })
      await voided(patientId, only)
      expect(await clinic.openTasks(patientId)).toMatchObject([{ kind: 'offer_assessment', dueOn: today() }])
    })

    it('are so once, never where an assessment came of them, and only under their own patient', async () => {
      const { clinician, breast } = clinic
      const [patientId, other] = [await clinic.patient(), await clinic.patient()]
      const offerId = await recordedOffer(clinician, patientId, breast)
      await expect(voided(other, offerId)).rejects.toThrow(NotFound)
      await voided(patientId, offerId)
      await expect(voided(patientId, offerId)).rejects.toThrow(RuleBroken)
      const used = await recordedOffer(clinician, patientId, breast)
      await completedAssessment(clinician, patientId, breast)
      await expect(voided(patientId, used)).rejects.toThrow('An assessment came of this offer')
      expect(await clinic.count('voided_fact', patientId)).toBe(1)
    })

    it('are for a clinician to say', async () => {
      const patientId = await clinic.patient()
      const offerId = await recordedOffer(clinic.supportWorker, patientId, clinic.breast)
      await expect(voided(patientId, offerId, clinic.supportWorker)).rejects.toThrow(NotAllowed)
    })
  })

  it('cannot be recorded for a team that is not the actor’s', async () => {
    const patientId = await clinic.patient()
    const { rows } = await clinic.database.superuser.query<{ id: string }>(
      "select id from team where code = 'ZT101-UROLOGY'",
    )
    const elsewhere = recordedOffer(clinic.clinician, patientId, rows[0]?.id ?? '')
    await expect(elsewhere).rejects.toThrow(NotFound)
    await expect(
      offerAssessment(clinic.clinician, {
        patientId: 'not-an-id',
        teamId: clinic.breast,
        outcome: 'accepted',
        pathwayPoint: 'other',
        offeredOn: today(),
        staffRoleCode: '01',
        reason: null,
      }),
    ).rejects.toThrow(NotFound)
  })
})
