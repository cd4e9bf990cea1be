import { afterAll, beforeAll, describe, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { fileAssessment } from '@/lib/needs-assessments/file-assessment'
import { readCourse } from '@/lib/needs-assessments/internal/assessment-course'
import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { draftOf } from '@/tests/factories/assessments'
import { aBreastClinic, type BreastClinic } from './a-breast-clinic'

describe('speed', () => {
  let clinic: BreastClinic
  beforeAll(async () => { clinic = await aBreastClinic() })
  afterAll(() => clinic.database.drop())
  it('files', async () => {
    const { clinician, breast } = clinic
    const inputs: any[] = []
    const concerns = ['fatigue','pain','sleep','money','breathing','cough','mobility','skin','housing','uncertainty','guilt','children'].map((code, i) => ({ code, score: i % 11, ownWords: 'Some words of the person about it' }))
    for (let i = 0; i < 800; i++) {
      const patientId = await clinic.patient()
      const content = await draftOf(clinician, patientId, { concerns })
      const { version } = await saveDraft(clinician, { patientId, teamId: breast, version: 0, content, isFinished: false })
      inputs.push({ patientId, teamId: breast, version })
    }
    const run = async (list: any[], work: (i: any) => Promise<unknown>) => {
      const start = performance.now(), cpu = process.cpuUsage()
      const queue = [...list]
      await Promise.all(Array.from({ length: 8 }, async () => { for (let i; (i = queue.pop()); ) await work(i) }))
      const ms = performance.now() - start, used = process.cpuUsage(cpu)
      return `${((list.length / ms) * 1000).toFixed(0)}/s, cpu ${((used.user + used.system) / 1000 / list.length).toFixed(2)} ms`
    }
    const { uuidv7 } = await import('uuidv7')
    const { openPatient } = await import('@/lib/access/care-context')
    const { recordAccess } = await import('@/lib/access-log/record-access')
    const { closeTasks } = await import('@/lib/tasks/close-tasks')
    const { openTasks } = await import('@/lib/tasks/open-task')
    const { draftContentSchema } = await import('@/lib/needs-assessments/draft-content')
    const file = (i: any) => fileAssessment({ ...clinician, submission: { id: crypto.randomUUID(), action: 'x' } }, i)
    const seen: Record<string, any> = {}
    const step = async (name: string, work: (tx: any, i: any) => Promise<unknown>, times = 1) => {
      for (const pass of ['warm', name]) {
        const text = await run(inputs.slice(0, 150), (i) => asActor(clinician, (tx) => work(tx, i)))
        if (pass === name) console.log(name, text)
      }
    }
    const assess = (i: any, id: string) => ({ id, patientId: i.patientId, teamId: breast, catalogueVersion: '2026-11', pathwayPoint: 'other' as const, mode: 'paper' as const, completedBy: 'person' as const, interpreterCode: '4', staffRoleCode: '04', completedOn: new Date('2026-11-01'), noConcerns: false, recordedById: clinician.staffId })
    const cs = (i: any, id: string) => concerns.map((c, n) => ({ ...c, label: c.code, patientId: i.patientId, assessmentId: id, addedBy: 'person' as const, priority: n + 1, change: 'new' as const }))
    await step('empty', async () => null)
    await step('openPatient', (tx, i) => openPatient(tx, clinician, i.patientId, ['needs_assessment', 'create']))
    await step('course', (tx, i) => readCourse(tx, i.patientId, breast))
    await step('assessment createMany', (tx, i) => tx.needsAssessment.createMany({ data: assess(i, uuidv7()) }))
    await step('assessment create', (tx, i) => tx.needsAssessment.create({ data: assess(i, uuidv7()), select: { id: true } }))
    await step('both createMany', async (tx, i) => { const id = uuidv7(); await tx.needsAssessment.createMany({ data: assess(i, id) }); await tx.concern.createMany({ data: cs(i, id) }) })
    await step('both createMany with ids', async (tx, i) => { const id = uuidv7(); await tx.needsAssessment.createMany({ data: assess(i, id) }); await tx.concern.createMany({ data: cs(i, id).map((c) => ({ ...c, id: uuidv7() })) }) })
    const { insertAssessment } = await import('@/lib/needs-assessments/internal/insert-assessment')
    await step('one statement', async (tx, i) => { const id = uuidv7(); await insertAssessment(tx, { ...assess(i, id), completedOn: '2026-11-01', offerId: null, followsId: null, proxyName: null, proxyRelationship: null, recordedAt: new Date() } as any, cs(i, id) as any) })
    await step('nested', async (tx, i) => { const id = uuidv7(); await tx.needsAssessment.create({ data: { ...assess(i, id), concerns: { createMany: { data: cs(i, id).map(({ patientId, assessmentId, ...c }) => c) } } }, select: { id: true } }) })
    await step('close', (tx, i) => closeTasks(tx, { patientId: i.patientId, kinds: ['offer_assessment', 'record_assessment'], how: 'met' }))
    await step('audit', (tx, i) => recordAccess(tx, { event: 'needs_assessment.completed', patientId: i.patientId }))
    await step('delete none', (tx, i) => tx.draft.deleteMany({ where: { id: i.patientId, version: 1 } }))
    await step('open task', (tx, i) => openTasks(tx, [{ kind: 'agree_care_plan', patientId: i.patientId, teamId: breast, dueOn: '2026-12-01', subjectId: uuidv7() }]))
    const content = await draftOf(clinician, inputs[0].patientId, { concerns })
    console.log('parse', await run(inputs, async () => draftContentSchema.parse(content)))
    console.log('file', await run(inputs.slice(200, 500), file))
    console.log('file', await run(inputs.slice(500), file))
  }, 200000)
})
