import { asActor } from '@/lib/access/as-actor'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import type { Protocol } from '@/lib/follow-up/protocol'
import { reconsiderPathway } from '@/lib/follow-up/reconsider-pathway'
import { plannedTests } from '@/lib/follow-up/schedule'
import { daysBetween } from '@/lib/nhs/calendar-date'
import { usualDecision } from '@/tests/factories/follow-up'
import type { Scene } from './scene'
import { takesATest, type Report, type Stage, type TestPlace } from './surveillance'

type Decision = ReturnType<typeof usualDecision>

/** How somebody came onto follow-up, and how far they are. All days are days ago. */
export type FollowUpCourse = {
  protocol: string
  /** What the decision says out of the ordinary. */
  said?: Partial<Omit<Decision, 'patientId' | 'diagnosisId' | 'protocol' | 'anchorOn' | 'decidedOn'>>
  /** The day from which everything is counted: the operation, the last radiotherapy, the diagnosis. */
  anchoredDaysAgo: number
  decidedDaysAgo: number
  /** The test that the course is about. */
  test: string
  /** How far the newest of these has come that was due by today; every other test was done and told. */
  stage: Stage
  /** What blood showed each time, and the newest time, where that is out of the ordinary. */
  value?: string
  newest?: string
  /** What the newest report said, where it is out of the ordinary. */
  report?: Report
}

/** The pathway of somebody, and the newest of the tests that the course is about. */
export type FollowedUp = { pathwayId: string; newest: TestPlace | null }

/** The clinician decides, and every test that was due since then is taken, the newest as far as the course says. */
export async function isFollowedUp(scene: Scene, course: FollowUpCourse): Promise<FollowedUp> {
  const { pathwayId, planned } = await decided(scene, course)
  const past = planned.filter(({ dueDaysAgo }) => dueDaysAgo >= 0)
  const last = past.findLast(({ test }) => test === course.test)
  let newest: TestPlace | null = null
  for (const one of past) {
    await asOfDay(scene, one.dueDaysAgo, pathwayId)
    const isNewest = one === last
    const { stage, value, newest: shown = value, report } = course
    const told = isNewest ? { stage, value: shown, report } : { stage: 'told' as const, value }
    const place = await takesATest(scene, pathwayId, { ...one, ...told })
    if (isNewest) newest = place
  }
  await asOfDay(scene, 0, pathwayId)
  return { pathwayId, newest }
}

async function decided(scene: Scene, course: FollowUpCourse) {
  const { patientId, clinician, person } = scene
  const { protocol: id, anchoredDaysAgo, decidedDaysAgo, said = {} } = course
  const [diagnosis] = await asActor(clinician, (tx) => listDiagnoses(tx, patientId))
  const [anchorOn, decidedOn] = [scene.day(anchoredDaysAgo), scene.day(decidedDaysAgo)]
  const usual = usualDecision(patientId, diagnosis?.id ?? '', anchorOn)
  const decision = { ...usual, reasons: REASONS, wishes: WISHES, ...said, protocol: id, decidedOn }
  const { pathwayId } = await scene.on(decidedDaysAgo, () => decideFollowUp(clinician, decision))
  const kept = await asActor(clinician, (tx) => tx.pathwayProtocol.findFirst({ where: { pathwayId } }))
  if (!kept) return { pathwayId, planned: [] }
  const protocol = kept.content as Protocol
  const snapshot = { protocol, overrides: [], anchorOn, startedOn: decidedOn, bornOn: person.bornOn }
  const planned = plannedTests(snapshot).map(({ test: code, dueOn }) => ({
    test: code,
    dueOn,
    dueDaysAgo: daysBetween(dueOn, scene.day(0)),
  }))
  return { pathwayId, planned }
}

const REASONS = 'Treatment is over, nothing points to its return, and the team is a call away.'
const WISHES = 'Would rather get on with life, and ring if something is wrong.'

/** What is owed is worked out every night; here on the days on which something happens. */
async function asOfDay(scene: Scene, daysAgo: number, pathwayId: string): Promise<void> {
  await scene.on(daysAgo, () => asActor(scene.clinician, (tx) => reconsiderPathway(tx, pathwayId)))
}

type Step = Pick<ChangePathway, 'step' | 'reason'> & Partial<Pick<ChangePathway, 'end' | 'letter'>>

/** The clinician takes a step about the whole pathway; `byInDays` after it, it is looked at again. */
export async function takesAStep(
  scene: Scene,
  daysAgo: number,
  pathwayId: string,
  { byInDays, ...step }: Step & { byInDays?: number },
): Promise<void> {
  const { patientId, clinician } = scene
  const byOn = byInDays === undefined ? null : scene.day(daysAgo - byInDays)
  const where = { id: pathwayId, patientId }
  await scene.on(daysAgo, async () => {
    const { version } = await asActor(clinician, (tx) => tx.followUpPathway.findFirstOrThrow({ where }))
    const usual = { patientId, pathwayId, version, on: scene.day(daysAgo), byOn, teamId: '' } as const
    await changePathway(clinician, { ...usual, end: '', letter: null, ...step })
  })
}
