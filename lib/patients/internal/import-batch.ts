import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { registerWithPractices, type Practice } from '@/lib/care-teams/practices'
import type { Standards } from '@/lib/care-teams/standards'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { tasksForNewcomer } from '@/lib/patients/first-tasks'
import type { ImportedPatient } from '@/lib/patients/import/imported-patient'
import type { Tx } from '@/lib/platform/database'
import type { NewTask } from '@/lib/tasks/open-task'
import { admitPeople, type Admitted } from './admission'
import { updateFromFile, type Update } from './update-from-file'

/** An accepted row. */
export type ImportRow = { row: number; person: ImportedPatient }

/** What an import is written by. Practices are by code, in upper case. */
export type ImportSetting = {
  actor: Actor
  teamId: string
  standards: Standards
  practices: ReadonlyMap<string, Practice>
  today: CalendarDate
}

/** A row that has been written, and what the record then still needs. `conflict`: not written after all. */
export type WrittenRow = {
  row: number
  outcome: 'created' | 'updated' | 'unchanged' | 'conflict'
  patientId: string | null
  admitted: Admitted
  update: Update | null
  tasks: NewTask[]
}

/**
 * Writes some rows of a file: who is new is admitted, who is known gets what the file newly says. Tasks are given back
 * and not opened: opening holds the team's counts until the transaction ends, so that comes last.
 */
export async function writeBatch(
  tx: Tx,
  setting: ImportSetting,
  rows: readonly ImportRow[],
): Promise<WrittenRow[]> {
  const people = rows.map(({ person }) => person)
  const admitted = await admitPeople(tx, setting.teamId, 'import', people)
  const pairs = rows.flatMap((row, place) => {
    const admission = admitted[place]
    return admission ? [{ ...row, admitted: admission }] : []
  })
  await registerNewcomers(tx, setting, pairs)
  const updates = await updateFromFile(tx, setting, pairs.filter(hadRecord))
  return pairs.map((pair) => written(setting, pair, updates.get(pair.admitted.patientId ?? '') ?? null))
}

export type AdmittedRow = ImportRow & { admitted: Admitted }

function hadRecord({ admitted: { outcome, patientId } }: AdmittedRow): boolean {
  return patientId !== null && outcome !== 'created'
}

async function registerNewcomers(
  tx: Tx,
  { practices }: ImportSetting,
  pairs: readonly AdmittedRow[],
): Promise<void> {
  const registrations = pairs.flatMap(({ person, admitted: { outcome, patientId } }) => {
    const practice = practices.get(person.practiceCode ?? '')
    return practice && patientId && outcome === 'created' ? [{ patientId, practiceId: practice.id }] : []
  })
  await registerWithPractices(tx, registrations)
}

function written(
  setting: ImportSetting,
  { row, person, admitted }: AdmittedRow,
  update: Update | null,
): WrittenRow {
  const { patientId, outcome, isDiagnosisNew, isIdentifierNew } = admitted
  const isUpdated = outcome === 'joined' || isDiagnosisNew || isIdentifierNew || update?.isChanged === true
  const result = { row, patientId, admitted, update }
  if (outcome === 'conflict') return { ...result, outcome, tasks: [] }
  if (outcome === 'created') return { ...result, outcome, tasks: tasksFor(setting, person, patientId) }
  const isDead = person.diedOn !== null || update?.isDead === true
  const tasks =
    isDiagnosisNew && !isDead ? tasksFor(setting, { ...person, practiceCode: null }, patientId) : []
  return {
    ...result,
    outcome: isUpdated ? 'updated' : 'unchanged',
    tasks: tasks.filter(({ kind }) => kind === 'offer_assessment'),
  }
}

function tasksFor(setting: ImportSetting, person: ImportedPatient, patientId: string | null): NewTask[] {
  if (!patientId) return []
  const newcomer = {
    patientId,
    teamId: setting.teamId,
    isDead: person.diedOn !== null,
    diagnosedOn: person.diagnosis.diagnosedOn,
    hasPractice: setting.practices.has(person.practiceCode ?? ''),
  }
  return tasksForNewcomer(newcomer, setting.standards, setting.today)
}
