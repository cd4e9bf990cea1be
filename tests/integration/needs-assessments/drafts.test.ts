import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DraftContent } from '@/lib/needs-assessments/draft-content'
import { listAssessments } from '@/lib/needs-assessments/assessment-list'
import { discardDraft } from '@/lib/needs-assessments/discard-draft'
import { openDraft } from '@/lib/needs-assessments/open-draft'
import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { atInstant } from '@/lib/platform/clock'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { begunAssessment, completedAssessment, draftOf } from '@/tests/factories/assessments'
import { aBreastClinic, type BreastClinic } from './a-breast-clinic'

describe('an assessment in progress', () => {
  let clinic: BreastClinic
  beforeAll(async () => {
    clinic = await aBreastClinic()
  })
  afterAll(() => clinic.database.drop())

  const save = (patientId: string, version: number, content: DraftContent, actor = clinic.clinician) =>
    saveDraft(actor, { patientId, teamId: clinic.breast, version, content, isFinished: false })

  it('is kept exactly, however incomplete, and gone on with by a colleague elsewhere', async () => {
    const { clinician, supportWorker } = clinic
    const patientId = await clinic.patient()
    const content = await draftOf(clinician, patientId, { concerns: [] })
    const typed: DraftContent = {
      ...content,
      completedOn: { day: '31', month: 'Feb', year: '' },
      mode: 'pigeon',
      concerns: {
        pain: {
          label: '',
          picked: true,
          change: '',
          score: 'a lot',
          ownWords: '<i>"it\\u0000hurts"</i>\n\n  =SUM(A1) 🤕 كثيرا',
          byStaff: true,
          priority: '1st',
        },
      },
    }
    await atInstant(new Date('2026-11-21T14:31:00Z'), () => save(patientId, 0, typed))
    await expect(openDraft(supportWorker, patientId)).resolves.toMatchObject({
      version: 1,
      content: typed,
      saved: { by: 'Beryl Jones', at: new Date('2026-11-21T14:31:00Z') },
      checked: { ok: false },
    })
    await expect(listAssessments(supportWorker, patientId)).resolves.toMatchObject({
      drafts: [{ savedBy: 'Beryl Jones', version: 1 }],
    })
  })

  it('is nothing until it is saved', async () => {
    const patientId = await clinic.patient()
    await expect(openDraft(clinic.clinician, patientId)).resolves.toMatchObject({ version: 0, saved: null })
    expect(await clinic.count('draft', patientId)).toBe(0)
    expect(await clinic.events(patientId)).toContain('needs_assessment.draft_opened')
  })

  it('says what is missing once it is finished, and keeps it all the same', async () => {
    const patientId = await clinic.patient()
    const content = { ...(await draftOf(clinic.clinician, patientId)), mode: '' }
    const saved = await saveDraft(clinic.clinician, {
      patientId,
      teamId: clinic.breast,
      version: 0,
      content,
      isFinished: true,
    })
    expect(saved).toEqual({
      version: 1,
      problems: [{ field: 'mode', message: 'Select how the assessment was done' }],
    })
  })

  it('is never overwritten by somebody who saw an earlier version: they see both values', async () => {
    const { clinician, supportWorker } = clinic
    const patientId = await clinic.patient()
    const content = await draftOf(clinician, patientId)
    await save(patientId, 0, content)
    await save(patientId, 1, { ...content, mode: 'paper' }, supportWorker)
    const late = save(patientId, 1, { ...content, mode: 'video' })
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({
      changedBy: 'Cara Lee',
      currentVersion: 2,
      differences: [{ label: 'How it was done', theirs: 'On paper', yours: 'By video' }],
    })
    await expect(openDraft(clinician, patientId)).resolves.toMatchObject({ content: { mode: 'paper' } })
  })

  it('is one, where two begin at the same moment', async () => {
    const { clinician, supportWorker } = clinic
    const patientId = await clinic.patient()
    const content = await draftOf(clinician, patientId)
    const begun = await Promise.allSettled([
      save(patientId, 0, { ...content, mode: 'paper' }),
      save(patientId, 0, { ...content, mode: 'video' }, supportWorker),
    ])
    expect(begun.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await clinic.count('draft', patientId)).toBe(1)
  })

  it('takes the repeat of a save as the same save', async () => {
    const patientId = await clinic.patient()
    const content = await draftOf(clinic.clinician, patientId)
    expect(await save(patientId, 0, content)).toMatchObject({ version: 1 })
    expect(await save(patientId, 0, content)).toMatchObject({ version: 1 })
    expect(await save(patientId, 1, content)).toMatchObject({ version: 2 })
    expect(await save(patientId, 1, content)).toMatchObject({ version: 2 })
  })

  it('tells somebody who goes on with it that it is gone', async () => {
    const patientId = await clinic.patient()
    const content = await draftOf(clinic.clinician, patientId)
    await expect(save(patientId, 3, content)).rejects.toThrow(RuleBroken)
  })

  it('belongs to a catalogue that exists', async () => {
    const patientId = await clinic.patient()
    const content = { ...(await draftOf(clinic.clinician, patientId)), catalogueVersion: '1999-01' }
    await expect(save(patientId, 0, content)).rejects.toThrow(NotFound)
  })

  it('starts from an assessment filed meanwhile, with what was typed', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    await completedAssessment(clinician, patientId, breast)
    const opened = await openDraft(clinician, patientId)
    expect(opened.content.concerns).toMatchObject({
      fatigue: { score: '8', change: '' },
      sleep: { score: '' },
    })
    expect(opened.last?.concerns.map(({ code }) => code)).toEqual(['fatigue', 'money', 'sleep'])
    expect(opened.startsAfresh).toBe(false)
    await save(patientId, 0, { ...opened.content, followsId: null, concerns: {} })
    await expect(openDraft(clinician, patientId)).resolves.toMatchObject({
      startsAfresh: true,
      content: { followsId: opened.last?.id, concerns: { fatigue: { score: '8' } } },
    })
  })

  it('is discarded as it was shown, and only then', async () => {
    const { clinician, supportWorker, breast } = clinic
    const patientId = await clinic.patient()
    const version = await begunAssessment(clinician, patientId, breast)
    const place = { patientId, teamId: breast }
    const content = await draftOf(clinician, patientId)
    await save(patientId, version, content, supportWorker)
    await expect(discardDraft(clinician, { ...place, version })).rejects.toMatchObject({
      changedBy: 'Cara Lee',
    })
    expect(await clinic.count('draft', patientId)).toBe(1)
    await discardDraft(clinician, { ...place, version: version + 1 })
    expect(await clinic.count('draft', patientId)).toBe(0)
    await expect(discardDraft(clinician, { ...place, version: 2 })).rejects.toThrow(NotFound)
    expect(await clinic.events(patientId)).toContain('needs_assessment.draft_discarded')
  })
})
