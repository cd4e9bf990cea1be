import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientIdentities, type PatientIdentity } from '@/lib/patients/patient-identity'
import type { Tx } from '@/lib/platform/database'
import {
  countTeamTasks,
  listTasksAbout,
  listTasksWaiting,
  type TeamTask,
} from '@/lib/tasks/team-tasks-of-kind'
import { readTellings, type Telling } from './internal/read-tellings'
import type { PlaceInList } from './place-in-list'

/** Somebody who is to be told, by when, and how that stands. */
export type TellingOfPerson = Omit<Telling, 'row'> & { person: PatientIdentity; dueOn: CalendarDate }

export type TellingList = {
  /** May be told together, by letter. */
  together: TellingOfPerson[]
  /** Told one at a time, each with why. */
  single: TellingOfPerson[]
  /** How many wait to be told in all of the actor's teams, whatever is shown. */
  total: number
  /** Where the next page begins; null on the last. */
  next: PlaceInList | null
}

/** As many as fit one confirm page, and can be written in one go. */
const TELLINGS_A_PAGE = 50

const KIND = 'tell_result'

/**
 * A page of the results that the actor's hospital teams have to tell, earliest due first.
 *
 * @throws NotAllowed for somebody who works in no hospital or community team
 */
export async function listTellings(actor: Actor, after: PlaceInList | null = null): Promise<TellingList> {
  permitInOwn(actor, 'results_to_tell', 'read')
  const teamIds = teamsOf(actor)
  return asActor(actor, async (tx) => {
    const tasks = await listTasksWaiting(tx, { teamIds, kind: KIND, most: TELLINGS_A_PAGE + 1, after })
    const shown = tasks.slice(0, TELLINGS_A_PAGE)
    const last = tasks.length > TELLINGS_A_PAGE ? shown.at(-1) : undefined
    const found = await tellingsOf(tx, shown)
    return {
      together: found.filter(({ whyAlone }) => whyAlone === null),
      single: found.filter(({ whyAlone }) => whyAlone !== null),
      total: await countTeamTasks(tx, { teamIds, kind: KIND }),
      next: last ? { on: last.dueOn, id: last.id } : null,
    }
  })
}

/** What was chosen to be told together, as far as it still can be, earliest due first. @throws NotAllowed */
export async function getChosenTellings(
  actor: Actor,
  subjectIds: readonly string[],
): Promise<TellingOfPerson[]> {
  permitInOwn(actor, 'results_to_tell', 'create')
  const about = {
    teamIds: teamsOf(actor),
    kind: KIND,
    subjectIds: subjectIds.slice(0, TELLINGS_A_PAGE),
  } as const
  return asActor(actor, async (tx) => {
    const found = await tellingsOf(tx, await listTasksAbout(tx, about))
    return found.filter(({ whyAlone }) => whyAlone === null)
  })
}

function teamsOf(actor: Actor): string[] {
  return teamsAs(actor, 'clinician', 'support_worker').map(({ teamId }) => teamId)
}

/** Each once, whichever of the teams owe it. */
async function tellingsOf(tx: Tx, tasks: readonly TeamTask[]): Promise<TellingOfPerson[]> {
  const people = await getPatientIdentities(
    tx,
    tasks.map(({ patientId }) => patientId),
  )
  const tellings = await readTellings(tx, tasks)
  const found = new Map<string, TellingOfPerson>()
  for (const { patientId, subjectId, dueOn } of tasks) {
    const person = people.get(patientId)
    const telling = tellings.get(subjectId)
    if (!person || !telling || found.has(subjectId)) continue
    const { row: _, ...shown } = telling
    found.set(subjectId, { ...shown, person, dueOn })
  }
  await recordAccess(tx, { event: 'results.listed', detail: { results: found.size } })
  return [...found.values()]
}
