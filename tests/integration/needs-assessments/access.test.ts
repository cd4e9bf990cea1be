import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { getAssessment } from '@/lib/needs-assessments/assessment-view'
import { concernHistory } from '@/lib/needs-assessments/concern-history'
import { discardDraft } from '@/lib/needs-assessments/discard-draft'
import type { DraftContent } from '@/lib/needs-assessments/draft-content'
import { fileAssessment } from '@/lib/needs-assessments/file-assessment'
import { getOfferForm } from '@/lib/needs-assessments/offer-form'
import { openDraft } from '@/lib/needs-assessments/open-draft'
import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { voidAssessment } from '@/lib/needs-assessments/void-assessment'
import { voidOffer } from '@/lib/needs-assessments/void-offer'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { begunAssessment, completedAssessment, draftOf, recordedOffer } from '@/tests/factories/assessments'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { aBreastClinic, type BreastClinic } from './a-breast-clinic'

/** Everything that can be done about needs assessments, by name. */
const DEEDS: [string, (actor: Actor, target: Target) => Promise<unknown>][] = [
  ['list', (actor, { patientId }) => listAssessments(actor, patientId)],
  ['read one', (actor, { patientId, assessmentId }) => getAssessment(actor, patientId, assessmentId)],
  ['read scores', (actor, { patientId }) => concernHistory(actor, patientId)],
  ['open the form for an offer', (actor, { patientId }) => getOfferForm(actor, patientId)],
  ['offer', (actor, { patientId, teamId }) => recordedOffer(actor, patientId, teamId)],
  [
    'void an offer',
    (actor, { patientId, offerId }) => voidOffer(actor, { patientId, offerId, reason: 'Wrong person' }),
  ],
  [
    'void one',
    (actor, { patientId, assessmentId }) =>
      voidAssessment(actor, { patientId, assessmentId, reason: 'Wrong person' }),
  ],
  ['open the draft', (actor, { patientId }) => openDraft(actor, patientId)],
  ['save the draft', (actor, target) => saveDraft(actor, { ...target, isFinished: false })],
  ['discard the draft', (actor, target) => discardDraft(actor, target)],
  ['file', (actor, target) => fileAssessment(actor, target)],
]

type Target = {
  patientId: string
  teamId: string
  assessmentId: string
  offerId: string
  version: number
  content: DraftContent
}

describe('needs assessments', () => {
  let clinic: BreastClinic
  let target: Target
  let practice: string

  beforeAll(async () => {
    clinic = await aBreastClinic()
    const { clinician, breast, database } = clinic
    const patientId = await clinic.patient()
    practice = await teamId(database.pools.owner, 'Z90001')
    await asActor(
      clinician,
      (tx) => tx.$queryRaw`select access.register_with_practice(${patientId}::uuid, ${practice}::uuid)::text`,
    )
    const assessmentId = await completedAssessment(clinician, patientId, breast)
    const offerId = await recordedOffer(clinician, patientId, breast)
    const version = await begunAssessment(clinician, patientId, breast)
    const content = await draftOf(clinician, patientId)
    target = { patientId, teamId: breast, assessmentId, offerId, version, content }
  })
  afterAll(() => clinic.database.drop())

  const somebody = (plan: Parameters<typeof actorAtWork>[1]) => actorAtWork(clinic.database.pools.owner, plan)

  it.each(DEEDS)('cannot %s: a support worker of another team, an administrator', async (_name, deed) => {
    const elsewhere = await somebody({ teams: { 'ZT101-UROLOGY': 'support_worker' } })
    await expect(deed(elsewhere, target)).rejects.toThrow(NotFound)
    const ownTeam = await teamId(clinic.database.pools.owner, 'ZT101-UROLOGY')
    await expect(deed(elsewhere, { ...target, teamId: ownTeam })).rejects.toThrow(NotFound)
    const administrator = await somebody({ organisations: { ZT101: 'admin' } })
    await expect(deed(administrator, target)).rejects.toThrow(NotFound)
  })

  it.each(DEEDS)('cannot %s: the person’s own practice, which sees the shared plan', async (_name, deed) => {
    const gp = await somebody({ teams: { Z90001: 'gp' } })
    await expect(deed(gp, { ...target, teamId: practice })).rejects.toThrow(NotAllowed)
  })

  it('tell another team in care of a draft, and give it one of its own to fill in', async () => {
    const { database, clinician } = clinic
    const urology = await teamId(database.pools.owner, 'ZT101-UROLOGY')
    await asActor(
      clinician,
      (tx) =>
        tx.$queryRaw`select access.begin_care(${target.patientId}::uuid, ${urology}::uuid, 'referral', current_date)::text`,
    )
    const joined = await somebody({ teams: { 'ZT101-UROLOGY': 'support_worker' } })
    await expect(openDraft(joined, target.patientId)).resolves.toMatchObject({ version: 0, teamId: urology })
    await expect(listAssessments(joined, target.patientId)).resolves.toMatchObject({
      drafts: [{ isOwn: false, savedBy: 'Beryl Jones' }],
      assessments: [{ id: target.assessmentId }],
    })
    for (const [name, deed] of DEEDS.slice(-3))
      await expect(deed(joined, target), name).rejects.toThrow(NotFound)
  })

  it('are closed with the care, at the next request', async () => {
    const { database, supportWorker } = clinic
    await database.superuser.query(
      `update care_relationship set ended_on = current_date, ended_reason = 'moved' where patient_id = $1 and team_id = $2`,
      [target.patientId, target.teamId],
    )
    for (const [name, deed] of DEEDS)
      await expect(deed(supportWorker, target), name).rejects.toThrow(NotFound)
  })
})
