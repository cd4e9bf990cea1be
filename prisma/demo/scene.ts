import type { Actor } from '@/lib/access/actor'
import { addDays, type CalendarDate } from '@/lib/nhs/calendar-date'
import { atInstant } from '@/lib/platform/clock'
import type { Crew, DemoTeam } from './crew'
import type { Course } from './hospital-file'
import type { InventedPerson, NamedPerson } from './invented-people'

/** Who somebody is and how they came; days are counted back from the day of loading. */
export type Patient = {
  person: NamedPerson
  team: DemoTeam
  /** ODS code of the practice; null where it is not known. */
  practice: string | null
  diagnosedDaysAgo: number
  /** ICD-10; without it, one that suits the team. */
  icd10Code?: string
  laterality?: string
}

/** A person in a known situation, and what led to it. */
export type Story = Patient & {
  /** In a few words, as the README says it. */
  situation: string
  /** Code of the team that has the person in care today, where the first one no longer has. */
  nowWith?: string
  tell: (scene: Scene) => Promise<void>
}

/** One person's story as it is told: who acts, and when. */
export type Scene = {
  crew: Crew
  person: InventedPerson
  team: DemoTeam
  /** What the hospital's list said of them when they came. */
  course: Course
  patientId: string
  teamId: string
  clinician: Actor
  worker: Actor
  /** The calendar day so many days ago; negative: ahead. */
  day(daysAgo: number): CalendarDate
  /** Does something as of that day. What is done first is recorded first. */
  on<Result>(daysAgo: number, work: () => Promise<Result>): Promise<Result>
}

/** Somebody on a hospital's list. */
export type Arrival = { person: InventedPerson; team: DemoTeam; course: Course }

/** The stage for a person who has come to a team. */
export function sceneOf(crew: Crew, today: CalendarDate, arrived: Arrival & { patientId: string }): Scene {
  let done = 0
  return {
    ...arrived,
    crew,
    teamId: crew.teamId(arrived.team),
    clinician: crew.clinicianOf(arrived.team),
    worker: crew.workerOf(arrived.team),
    day: (daysAgo) => addDays(today, -daysAgo),
    on: (daysAgo, work) => asOf(addDays(today, -daysAgo), daysAgo === 0 ? null : done++, work),
  }
}

/** From nine in the morning, ten minutes for each thing; today, at the time it is. */
export function asOf<Result>(
  day: CalendarDate,
  thingsBefore: number | null,
  work: () => Promise<Result>,
): Promise<Result> {
  if (thingsBefore === null) return work()
  const minutes = String((thingsBefore * 10) % 60).padStart(2, '0')
  const hour = String(9 + Math.min(Math.floor(thingsBefore / 6), 8)).padStart(2, '0')
  return atInstant(new Date(`${day}T${hour}:${minutes}:00Z`), work)
}
