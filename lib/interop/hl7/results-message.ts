import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import type { Hl7Error } from './hl7-error'
import { isNull, rawField, segmentNamed, textAt, type Hl7Message, type Segment } from './message'
import { readObservation, type Observation } from './observation'
import { readPatient, type PatientDetails } from './patient-details'
import { readReport, type Report } from './report'
import { withReportText } from './report-text'

/** What an ORU^R01 says: who it is about, and the reports in it with their results, in the order sent. */
export type ResultsMessage = {
  patient: PatientDetails
  /** Notes on the patient, before the first report. */
  notes: readonly string[]
  reports: readonly Report[]
}

/** Why a message about a patient cannot be filed at all: nobody to file it under. */
export function patientErrors(message: Hl7Message): Hl7Error[] {
  const pids = message.segments.filter(({ name }) => name === 'PID')
  if (pids.length === 0)
    return [{ code: '100', location: { segment: 'PID', occurrence: 1 }, reason: 'There is no PID segment' }]
  return pids.filter((pid) => !saysAnything(rawField(pid, 3), message)).map(missingIdentifier)
}

/** Whether a field holds more than delimiters and HL7's null. */
export function saysAnything(raw: string, { delimiters }: Hl7Message): boolean {
  const { component, repetition, subcomponent } = delimiters
  return (
    !isNull(raw) && [...raw].some((letter) => ![component, repetition, subcomponent, ' '].includes(letter))
  )
}

function missingIdentifier({ occurrence }: Segment): Hl7Error {
  const location = { segment: 'PID', occurrence, field: 3 }
  return { code: '101', location, reason: 'PID-3, the patient identifiers, is empty' }
}

/**
 * Reads an ORU^R01. Refused whole when it names no patient, holds no report, or a report could not be told from another
 * (no placer and no filler number, no code): filed so, a correction would never find it.
 */
export function readResults(message: Hl7Message): Parsed<ResultsMessage, readonly Hl7Error[]> {
  const errors = [...patientErrors(message), ...severalPatients(message)]
  const pid = segmentNamed(message, 'PID')
  if (!pid || errors.length > 0) return refused(errors)
  const grouped = readGroups(message)
  if (grouped.errors.length > 0) return refused(grouped.errors)
  return read({
    patient: readPatient(message, pid),
    notes: grouped.notes,
    reports: grouped.reports.map(withReportText),
  })
}

/** A second patient in one ORU: the standard allows it, and no laboratory that we know of does it. */
function severalPatients({ segments }: Hl7Message): Hl7Error[] {
  const second = segments.find(({ name, occurrence }) => name === 'PID' && occurrence === 2)
  const location = { segment: 'PID', occurrence: 2 }
  return second ? [{ code: '100', location, reason: 'Two patients in one message. Send each by itself' }] : []
}

type Growing<Item> = {
  -readonly [Key in keyof Item]: Item[Key] extends readonly (infer One)[] ? One[] : Item[Key]
}
type Groups = { notes: string[]; reports: Growing<Report>[]; errors: Hl7Error[] }

function readGroups(message: Hl7Message): Groups {
  const groups: Groups = { notes: [], reports: [], errors: [] }
  let order: Segment | undefined
  let notes: string[] = groups.notes
  for (const segment of message.segments) {
    const report = groups.reports.at(-1)
    if (segment.name === 'ORC') order = segment
    else if (segment.name === 'OBR') {
      notes = beginReport(message, segment, order, groups)
      order = undefined
    } else if (segment.name === 'OBX') notes = addObservation(message, segment, report, groups)
    else if (segment.name === 'NTE') notes.push(textAt(message, segment, 3))
  }
  if (groups.reports.length === 0 && groups.errors.length === 0)
    groups.errors.push({
      code: '100',
      location: { segment: 'OBR', occurrence: 1 },
      reason: 'There is no OBR segment',
    })
  return groups
}

function beginReport(
  message: Hl7Message,
  obr: Segment,
  order: Segment | undefined,
  groups: Groups,
): string[] {
  const report = readReport(message, obr, order)
  if (!report.ok) {
    groups.errors.push(...report.fault)
    return []
  }
  const notes: string[] = []
  groups.reports.push({ ...report.value, notes, observations: [], problems: [...report.value.problems] })
  return notes
}

function addObservation(
  message: Hl7Message,
  obx: Segment,
  report: Growing<Report> | undefined,
  groups: Groups,
): string[] {
  if (!report) {
    const location = { segment: 'OBX', occurrence: obx.occurrence }
    if (groups.errors.length === 0)
      groups.errors.push({ code: '100', location, reason: 'A result stands before any report (OBR)' })
    return []
  }
  const notes: string[] = []
  const observation: Observation = { ...readObservation(message, obx, report.status), notes }
  report.observations.push(observation)
  return notes
}
