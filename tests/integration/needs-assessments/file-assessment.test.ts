import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { getAssessment } from '@/lib/needs-assessments/assessment-view'
import { fileAssessment } from '@/lib/needs-assessments/file-assessment'
import { getAssessmentForPlan, latestAssessment } from '@/lib/needs-assessments/queries'
import { openDraft } from '@/lib/needs-assessments/open-draft'
import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { atInstant } from '@/lib/platform/clock'
import { NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { begunAssessment, completedAssessment, draftOf, recordedOffer } from '@/tests/factories/assessments'
import { aBreastClinic, type BreastClinic } from './a-breast-clinic'

const on = (date: string) => new Date(`${date}T12:00:00Z`)

describe('filing an assessment', () => {
  let clinic: BreastClinic
  beforeAll(async () => {
    clinic = await aBreastClinic()
  })
  afterAll(() => clinic.database.drop())

  async function finished(patientId: string, plan: Parameters<typeof draftOf>[2] = {}) {
    const { clinician, breast } = clinic
    const content = await draftOf(clinician, patientId, plan)
    const place = { patientId, teamId: breast }
    const { version } = await saveDraft(clinician, { ...place, version: 0, content, isFinished: false })
    return { ...place, version }
  }

  it('keeps everything as said, opens the care plan’s task and removes the draft', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const id = await atInstant(on('2026-10-05'), () =>
      completedAssessment(clinician, patientId, breast, {
        completedOn: '2026-10-03',
        mode: 'paper',
        completedBy: 'proxy',
        interpreterCode: '1',
        concerns: [
          { code: 'fatigue', score: 8, ownWords: '<b>Tired</b> =1+1 👩🏽‍⚕️ مرحبا' },
          { code: 'The cat', score: 0, addedBy: 'staff' },
          { code: 'sleep' },
        ],
      }),
    )
    await expect(getAssessment(clinician, patientId, id)).resolves.toMatchObject({
      completedOn: '2026-10-03',
      mode: 'paper',
      completedBy: 'proxy',
      proxyName: 'Jan Smith',
      interpreterCode: '1',
      recordedAt: on('2026-10-05'),
      concerns: [
        { code: 'fatigue', label: 'Fatigue', score: 8, ownWords: '<b>Tired</b> =1+1 👩🏽‍⚕️ مرحبا', priority: 1 },
        { code: 'other', label: 'The cat', score: 0, addedBy: 'staff', priority: 2 },
        { code: 'sleep', score: null, priority: 3 },
      ],
    })
    expect(await clinic.openTasks(patientId)).toEqual([
      {
        kind: 'agree_care_plan',
        dueOn: '2026-10-17',
        detail: '3 concerns, top: fatigue 8',
        ownerStaffId: null,
        subjectId: id,
      },
    ])
    expect(await clinic.count('draft', patientId)).toBe(0)
    expect((await clinic.events(patientId)).slice(0, 2)).toEqual([
      'needs_assessment.draft_saved',
      'needs_assessment.completed',
    ])
  })

  it('without concerns needs no plan', async () => {
    const patientId = await clinic.patient()
    await completedAssessment(clinic.supportWorker, patientId, clinic.breast, { concerns: [] })
    expect(await clinic.openTasks(patientId)).toEqual([])
    await expect(asActor(clinic.clinician, (tx) => latestAssessment(tx, patientId))).resolves.toMatchObject({
      noConcerns: true,
      concerns: [],
    })
  })

  it('meets what asked for it, and says which offer it came of', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const offerId = await recordedOffer(clinician, patientId, breast)
    await asActor(clinician, (tx) =>
      openTasks(tx, [{ kind: 'offer_assessment', patientId, teamId: breast, dueOn: '2026-12-01' }]),
    )
    const id = await completedAssessment(clinician, patientId, breast)
    expect((await clinic.openTasks(patientId)).map(({ kind }) => kind)).toEqual(['agree_care_plan'])
    const { rows } = await clinic.database.superuser.query(
      'select offer_id from needs_assessment where id = $1',
      [id],
    )
    expect(rows).toEqual([{ offer_id: offerId }])
    const closed = await clinic.database.superuser.query(
      `select kind, closure from task where patient_id = $1 and closed_at is not null order by kind`,
      [patientId],
    )
    expect(closed.rows).toEqual([
      { kind: 'offer_assessment', closure: 'met' },
      { kind: 'record_assessment', closure: 'met' },
    ])
  })

  it('starts from the last: one care plan task, for the concerns as they stand now', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const first = await atInstant(on('2026-06-01'), () => completedAssessment(clinician, patientId, breast))
    const second = await completedAssessment(clinician, patientId, breast, {
      concerns: [
        { code: 'fatigue', score: 5 },
        { code: 'pain', score: 2 },
      ],
    })
    const view = await getAssessment(clinician, patientId, second)
    expect(view.since).toMatchObject({
      id: first,
      on: '2026-06-01',
      changes: [
        { code: 'fatigue', before: 8, now: 5, change: 'changed' },
        { code: 'pain', change: 'new' },
        { code: 'money', before: 6, change: 'no_longer' },
        { code: 'sleep', change: 'no_longer' },
      ],
    })
    expect(await clinic.openTasks(patientId)).toMatchObject([{ subjectId: second }])
    const forPlan = await asActor(clinician, (tx) => getAssessmentForPlan(tx, patientId, first))
    expect(forPlan?.concerns.map(({ code }) => code)).toEqual(['fatigue', 'money', 'sleep'])
  })

  it('of an earlier day, recorded late, leaves what is open for the present', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const latest = await completedAssessment(clinician, patientId, breast)
    const old = await completedAssessment(clinician, patientId, breast, {
      completedOn: '2026-01-05',
      concerns: [{ code: 'pain', score: 3 }],
    })
    expect(await clinic.openTasks(patientId)).toMatchObject([{ subjectId: latest }])
    await expect(getAssessment(clinician, patientId, old)).resolves.toMatchObject({ since: null })
    const found = await asActor(clinician, (tx) => latestAssessment(tx, patientId))
    expect(found?.id).toBe(latest)
  })

  it('refuses what is half answered, at its fields, and keeps the draft', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    const version = await begunAssessment(clinician, patientId, breast)
    const filing = fileAssessment(clinician, { patientId, teamId: breast, version })
    await expect(filing).rejects.toMatchObject({ errors: [{ field: 'mode' }, { field: 'interpreter' }] })
    expect(await clinic.count('draft', patientId)).toBe(1)
    expect(await clinic.count('needs_assessment', patientId)).toBe(0)
  })

  it('of a date in doubt is filed only with the word that it is right, and says what stays open', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient()
    await recordedOffer(clinician, patientId, breast)
    const input = await finished(patientId, { completedOn: '2020-01-01' })
    expect((await openDraft(clinician, patientId)).dateDoubts).toHaveLength(2)
    await expect(fileAssessment(clinician, input)).rejects.toMatchObject({
      errors: [{ field: 'isDateRight' }],
    })
    expect(await clinic.count('needs_assessment', patientId)).toBe(0)
    const { assessmentId } = await fileAssessment(clinician, { ...input, isDateRight: true })
    const { stillToDo } = await getAssessment(clinician, patientId, assessmentId)
    expect(stillToDo).toMatchObject([{ act: 'Record the holistic needs assessment' }])
  })

  it('is refused after death, and leaves nothing to do where it was done by then', async () => {
    const { clinician, breast } = clinic
    const patientId = await clinic.patient({ diedOn: '2026-11-01' })
    const late = completedAssessment(clinician, patientId, breast, { completedOn: '2026-11-02' })
    await expect(late).rejects.toThrow('on or before 1 Nov 2026, when the person died')
    const content = await draftOf(clinician, patientId, { completedOn: '2026-11-01' })
    const place = { patientId, teamId: breast }
    const { version } = await saveDraft(clinician, { ...place, version: 1, content, isFinished: false })
    await fileAssessment(clinician, { ...place, version })
    expect(await clinic.openTasks(patientId)).toEqual([])
  })

  it('answers the repeat of a submission with the first result', async () => {
    const patientId = await clinic.patient()
    const input = await finished(patientId)
    const submission = { id: crypto.randomUUID(), action: 'needs-assessment.file' }
    const file = () => fileAssessment({ ...clinic.clinician, submission }, input)
    const [one, two] = await Promise.all([file(), file()])
    expect(two).toEqual(one)
    expect(await file()).toEqual(one)
    expect(await clinic.count('needs_assessment', patientId)).toBe(1)
    expect(await clinic.count('concern', patientId)).toBe(3)
  })

  it('lets one of two colleagues file the same draft, also where both have read it', async () => {
    const { superuser } = clinic.database
    const patientId = await clinic.patient()
    const input = await finished(patientId)
    const holder = await superuser.connect()
    await holder.query('begin')
    await holder.query('select from draft where patient_id = $1 for update', [patientId])
    const filings = Promise.allSettled([
      fileAssessment(clinic.clinician, input),
      fileAssessment(clinic.supportWorker, input),
    ])
    await vi.waitFor(async () => {
      const { rows } = await superuser.query(
        `select from pg_stat_activity where wait_event_type = 'Lock' and query like '%draft%' and datname = current_database()`,
      )
      expect(rows).toHaveLength(2)
    }, 10_000)
    await holder.query('commit')
    holder.release()
    const outcomes = await filings
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = outcomes.find((filing) => filing.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(RuleBroken)
    expect(await clinic.count('needs_assessment', patientId)).toBe(1)
  })

  it('refuses a draft that was changed after it was checked, saying by whom', async () => {
    const patientId = await clinic.patient()
    const input = await finished(patientId)
    const content = await draftOf(clinic.supportWorker, patientId, { concerns: [{ code: 'pain' }] })
    await saveDraft(clinic.supportWorker, { ...input, content, isFinished: false })
    const filing = fileAssessment(clinic.clinician, input)
    await expect(filing).rejects.toThrow(Stale)
    await expect(filing).rejects.toMatchObject({ changedBy: 'Cara Lee', currentVersion: 2 })
  })

  it('refuses a draft begun before another assessment was filed', async () => {
    const { database, clinician, breast } = clinic
    const patientId = await clinic.patient()
    const input = await finished(patientId)
    const { rows } = await database.superuser.query('select * from draft where patient_id = $1', [patientId])
    await fileAssessment(clinician, input)
    await database.superuser.query(
      `insert into draft (id, patient_id, team_id, form, content, version, created_by_id, updated_by_id)
       values ($1, $2, $3, 'needs_assessment', $4, 1, $5, $5)`,
      [crypto.randomUUID(), patientId, breast, rows[0].content, clinician.staffId],
    )
    await expect(fileAssessment(clinician, input)).rejects.toThrow('Another assessment was filed since')
  })

  it('leaves nothing behind where the last step fails', async () => {
    const { database, clinician } = clinic
    const patientId = await clinic.patient()
    const input = await finished(patientId)
    await database.superuser.query(`
      create function fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
      create trigger fail before insert on access_log for each row execute function fail()`)
    await expect(fileAssessment(clinician, input)).rejects.toThrow()
    await database.superuser.query('drop trigger fail on access_log')
    for (const table of ['needs_assessment', 'concern', 'task'])
      expect(await clinic.count(table, patientId)).toBe(0)
    expect(await clinic.count('draft', patientId)).toBe(1)
    await fileAssessment(clinician, input)
    expect(await clinic.count('concern', patientId)).toBe(3)
  })

  it('shows an assessment under its own patient alone', async () => {
    const { clinician, breast } = clinic
    const [one, other] = [await clinic.patient(), await clinic.patient()]
    const id = await completedAssessment(clinician, one, breast)
    await expect(getAssessment(clinician, other, id)).rejects.toThrow(NotFound)
    await expect(getAssessment(clinician, one, one)).rejects.toThrow(NotFound)
    await expect(getAssessment(clinician, one, 'not-an-id')).rejects.toThrow(NotFound)
    await expect(asActor(clinician, (tx) => getAssessmentForPlan(tx, other, id))).resolves.toBeNull()
  })
})
