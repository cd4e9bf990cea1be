import { daysBetween } from '@/lib/nhs/calendar-date'
import { reviewedCarePlan } from '@/tests/factories/care-plans'
import { agreedPlan, assessed, offered, treated, type Concerns } from '../care'
import { beginsPhase, endsPhase, isAsWellAs, type Phase } from '../disease'
import { canTurnTo } from '../life'
import type { Scene } from '../scene'

type Given = Pick<Parameters<typeof treated>[1], 'modality' | 'from' | 'note'>

/** What somebody went through before their treatment was summed up, in days ago. */
export type TreatmentCourse = {
  /** Of the phase. */
  name: string
  /** The earliest first; the phase begins with the first. */
  treatments: readonly (Given & { to: number })[]
  /** Hormone treatment begun before the end of the phase, which goes on. */
  goesOn?: Given
  /** How well they were before and after, WHO (ECOG). */
  asWellAs: readonly [before: '0' | '1' | '2', after: '0' | '1' | '2']
  consultant?: string
  nurse?: string
  carer?: { name: string; relationship: string; telephone: string }
  /** What was found at diagnosis, planned for and reviewed; without it, the offer was declined. */
  concerns?: Concerns
}

export type SummedUp = { phase: Phase; endedDaysAgo: number }

/** The care of somebody from diagnosis to the end of treatment: contacts, assessment and plan, a phase, and its end. */
export async function isTreated(scene: Scene, course: TreatmentCourse): Promise<SummedUp> {
  const diagnosedDaysAgo = daysBetween(scene.course.diagnosedOn, scene.day(0))
  const [first] = course.treatments
  const last = course.treatments.at(-1)
  if (!first || !last) throw new Error('demo data: a phase needs a treatment')
  await meets(scene, diagnosedDaysAgo - 15, course)
  await isHeard(scene, diagnosedDaysAgo - 17, course.concerns)
  const phase = await beginsPhase(scene, first.from, course.name)
  await isAsWellAs(scene, first.from, course.asWellAs[0])
  const { goesOn, treatments } = course
  const isBegunBefore = ({ to }: { to: number }) => goesOn !== undefined && to < goesOn.from
  const after = treatments.filter(isBegunBefore)
  for (const each of treatments.filter((one) => !after.includes(one)))
    await treated(scene, { ...each, phase })
  if (goesOn) await treated(scene, { ...goesOn, to: null })
  for (const each of after) await treated(scene, { ...each, phase })
  await endsPhase(scene, last.to, phase)
  await isAsWellAs(scene, last.to, course.asWellAs[1])
  await offered(scene, last.to - 2, 'accepted', { point: 'end_of_treatment' })
  await assessed(scene, last.to - 3, [], { pathwayPoint: 'end_of_treatment' })
  return { phase, endedDaysAgo: last.to }
}

async function meets(
  scene: Scene,
  daysAgo: number,
  { consultant, nurse, carer }: TreatmentCourse,
): Promise<void> {
  if (consultant) await canTurnTo(scene, daysAgo, { role: 'consultant', colleague: consultant })
  if (nurse) await canTurnTo(scene, daysAgo, { role: 'cancer_nurse_specialist', colleague: nurse })
  if (carer) await canTurnTo(scene, daysAgo, { role: 'carer', ...carer })
}

/** Days from the offer of an assessment to the plan's review, at which it is finished. */
const REVIEWED_AFTER_DAYS = 60

async function isHeard(scene: Scene, daysAgo: number, concerns: Concerns | undefined): Promise<void> {
  await offered(scene, daysAgo, concerns ? 'accepted' : 'declined')
  if (!concerns) return
  await assessed(scene, daysAgo - 3, concerns)
  const actions = concerns.map(([concern]) => ({ concern, owner: 'person' as const, inDays: 28 }))
  const plan = await agreedPlan(scene, daysAgo - 8, { actions })
  await scene.on(daysAgo - REVIEWED_AFTER_DAYS, () => reviewedCarePlan(scene.clinician, plan, 'finish'))
}
