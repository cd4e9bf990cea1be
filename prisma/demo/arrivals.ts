import { asActor } from '@/lib/access/as-actor'
import { addDays, daysBetween, type CalendarDate } from '@/lib/nhs/calendar-date'
import { applyPatientImport } from '@/lib/patients/apply-patient-import'
import { stagePatientImport } from '@/lib/patients/stage-patient-import'
import { DEMO_TEAMS, type Crew, type DemoTeam } from './crew'
import { hospitalFile, type Course } from './hospital-file'
import { asOf, type Arrival, type Scene } from './scene'

/** Hospitals send their list every second week. */
export const LIST_EVERY_DAYS = 14

/**
 * Brings people into care by the lists that hospitals send, each on the first list after the diagnosis.
 *
 * @returns their ids, by NHS number
 */
export async function arrive(
  crew: Crew,
  today: CalendarDate,
  arrivals: readonly Arrival[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  await Promise.all(
    DEMO_TEAMS.map(async (team) => {
      for (const [daysAgo, list] of listsOf(
        today,
        arrivals.filter((arrival) => arrival.team === team),
      )) {
        await asOf(addDays(today, -daysAgo), daysAgo === 0 ? null : 0, () => importList(crew, team, list))
        for (const [nhsNumber, id] of await idsOf(crew, team, list)) ids.set(nhsNumber, id)
      }
    }),
  )
  return ids
}

/** The earliest list first. */
function listsOf(today: CalendarDate, arrivals: readonly Arrival[]): [daysAgo: number, list: Arrival[]][] {
  const lists = new Map<number, Arrival[]>()
  for (const arrival of arrivals) {
    const days = daysBetween(arrival.course.diagnosedOn, today)
    const daysAgo = days - (days % LIST_EVERY_DAYS)
    lists.set(daysAgo, [...(lists.get(daysAgo) ?? []), arrival])
  }
  return [...lists].sort(([one], [other]) => other - one)
}

/** Another team's list has the person too, with a diagnosis of its own. */
export async function arriveAlso(
  scene: Scene,
  daysAgo: number,
  { team, ...diagnosis }: Omit<Course, 'practice'> & { team: DemoTeam },
): Promise<void> {
  const { crew, person, course } = scene
  const arrival = { person, team, course: { ...course, ...diagnosis } }
  await scene.on(daysAgo, () => importList(crew, team, [arrival]))
}

async function importList(crew: Crew, team: DemoTeam, list: readonly Arrival[]): Promise<void> {
  const worker = crew.workerOf(team)
  const file = { teamId: crew.teamId(team), fileName: 'cancer-list.csv', bytes: hospitalFile(list) }
  const { importId } = await stagePatientImport(worker, file)
  const { accepted } = await applyPatientImport(worker, { importId })
  if (accepted !== list.length) throw new Error(`demo data: ${team} took ${accepted} of ${list.length}`)
}

async function idsOf(crew: Crew, team: DemoTeam, list: readonly Arrival[]): Promise<[string, string][]> {
  const nhsNumbers = list.map(({ person }) => person.nhsNumber)
  return asActor(crew.workerOf(team), async (tx) => {
    const rows = await tx.patient.findMany({
      where: { nhsNumber: { in: nhsNumbers } },
      select: { id: true, nhsNumber: true },
    })
    return rows.map(({ id, nhsNumber }) => [nhsNumber, id])
  })
}
