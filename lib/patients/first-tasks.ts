import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { offerDueAfterDiagnosis } from '@/lib/needs-assessments/due-dates'
import type { NewTask } from '@/lib/tasks/open-task'

/** Days in which the practice of somebody who came without one is to be found: before a first assessment usually is. */
const FIND_PRACTICE_DAYS = 14

type Newcomer = {
  patientId: string
  teamId: string
  isDead: boolean
  /** Of a diagnosis that is new to the record; null where the admission brought none. */
  diagnosedOn: CalendarDate | null
  hasPractice: boolean
}

/** What is owed to somebody the team has just admitted, or has just learned a new diagnosis of. Nothing to the dead. */
export function tasksForNewcomer(
  { patientId, teamId, isDead, diagnosedOn, hasPractice }: Newcomer,
  standards: Parameters<typeof offerDueAfterDiagnosis>[1],
  today: CalendarDate,
): NewTask[] {
  if (isDead) return []
  const dueOn = offerDueAfterDiagnosis(diagnosedOn ?? today, standards)
  const tasks: NewTask[] = [{ kind: 'offer_assessment', patientId, teamId, dueOn }]
  if (!hasPractice) tasks.push(practiceToFind(patientId, teamId, today))
  return tasks
}

/** The obligation to find out where somebody is registered. */
export function practiceToFind(patientId: string, teamId: string, today: CalendarDate): NewTask {
  return { kind: 'find_practice', patientId, teamId, dueOn: addDays(today, FIND_PRACTICE_DAYS) }
}
