import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'
import type { TaskOnRecord, TeamOnRecord } from './record-row'

/** Something open for the person. */
export type OpenTask = {
  id: string
  /** The next act, in words. */
  act: string
  /** What tells it from others of its kind; never of another team's. */
  detail: string | null
  /** "Me", a member of staff, or a team. */
  whose: string
  dueOn: CalendarDate
  /** The page that meets it; null where it is not the actor's to meet. */
  href: string | null
}

type Grounds = {
  patientId: string
  staffId: string
  teams: readonly TeamOnRecord[]
  /** False where nothing may be changed, in an emergency: then no task leads anywhere. */
  mayMeet: boolean
}

/** What is open and whose it is, in the order given. */
export function openTasks(tasks: readonly TaskOnRecord[], grounds: Grounds): OpenTask[] {
  return tasks.map((task) => ({
    id: task.id,
    act: TASK_KINDS[task.kind].act,
    detail: task.detail,
    whose: whoseWords(task, grounds),
    dueOn: task.dueOn,
    href: pageOf(task, grounds),
  }))
}

function whoseWords({ owner, teamId }: TaskOnRecord, { staffId, teams }: Grounds): string {
  if (owner) return owner.id === staffId ? 'Me' : formatNamePlain(owner)
  return teams.find(({ id }) => id === teamId)?.name ?? 'Another team'
}

function pageOf({ kind, subjectId, isMine }: TaskOnRecord, { patientId, mayMeet }: Grounds): string | null {
  return isMine && subjectId && mayMeet ? TASK_KINDS[kind].page({ patientId, subjectId }) : null
}
