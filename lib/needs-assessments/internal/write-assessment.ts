import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { Actor } from '@/lib/access/actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { openTasks, type NewTask } from '@/lib/tasks/open-task'
import { concernsInBrief } from '../concern-changes'
import type { AssessmentAnswers } from '../needs-assessment'
import { ledgerChange, obligationsOf, offerBehind } from '../offer-rules'
import { insertAssessment } from './insert-assessment'
import { followInLedger } from './follow-in-ledger'
import { factsOf, obligationsIn, type AssessmentCourse } from './assessment-course'

type Writing = {
  patientId: string
  /** The team it is recorded for. */
  teamId: string
  catalogueVersion: string
  answers: AssessmentAnswers
  course: AssessmentCourse
}

/** Writes a whole assessment with its concerns, and what follows from it in the ledger. @returns its id */
export async function writeAssessment(tx: Tx, actor: Actor, writing: Writing): Promise<string> {
  const { patientId, teamId, catalogueVersion, answers, course } = writing
  const { concerns, completedOn, ...how } = answers
  const id = uuidv7()
  const follows = isLatest(writing) ? course.latest : null
  await insertAssessment(
    tx,
    {
      ...how,
      id,
      patientId,
      teamId,
      catalogueVersion,
      completedOn,
      offerId: offerBehind(course.offers, completedOn)?.id ?? null,
      followsId: follows?.id ?? null,
      recordedAt: now(),
      recordedById: actor.staffId,
    },
    follows ? concerns : concerns.map((concern) => ({ ...concern, change: 'new' })),
  )
  await changeLedger(tx, id, writing)
  return id
}

/** One recorded late, from paper, may be older than the last: it changes nothing that is open for the present. */
function isLatest({ answers, course }: Writing): boolean {
  return !course.latest || answers.completedOn >= course.latest.completedOn
}

async function changeLedger(tx: Tx, assessmentId: string, writing: Writing): Promise<void> {
  const { patientId, teamId, answers, course } = writing
  const used = offerBehind(course.offers, answers.completedOn)
  const facts = factsOf(course)
  const after = obligationsOf(
    {
      ...facts,
      completedOn: [...facts.completedOn, answers.completedOn],
      offers: facts.offers.map((offer) => (offer === used ? { ...offer, isAssessed: true } : offer)),
    },
    course.standards,
  )
  await followInLedger(tx, {
    patientId,
    teamId,
    change: ledgerChange(obligationsIn(course), after, ['offer_assessment', 'record_assessment']),
    closures: { offer_assessment: 'met', record_assessment: 'met' },
  })
  // The concerns that the last assessment left to be planned for are in this one, as far as they stand.
  if (course.latest && isLatest(writing))
    await closeTasks(tx, {
      patientId,
      subjectId: course.latest.id,
      kinds: ['agree_care_plan'],
      how: 'superseded',
    })
  await openTasks(tx, planTasks(assessmentId, writing))
}

function planTasks(assessmentId: string, writing: Writing): NewTask[] {
  const { patientId, teamId, answers, course } = writing
  if (answers.noConcerns || course.life.diedOn || !isLatest(writing)) return []
  return [
    {
      kind: 'agree_care_plan',
      patientId,
      teamId,
      subjectId: assessmentId,
      dueOn: addDays(answers.completedOn, course.standards.carePlanDaysAfterAssessment),
      detail: concernsInBrief(answers.concerns),
    },
  ]
}
