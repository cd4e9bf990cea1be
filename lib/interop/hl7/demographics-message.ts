import { parsePracticeCode } from '@/lib/nhs/ods-code'
import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import type { Hl7Error } from './hl7-error'
import { parseHl7Time, type Hl7Time } from './hl7-time'
import { rawField, repetitionsOf, segmentNamed, valueAt, type Hl7Message, type Segment } from './message'
import { readPatient, type PatientDetails } from './patient-details'
import { readIdentity, type PatientIdentity } from './patient-identifiers'
import { patientErrors, saysAnything } from './results-message'
import { statedIn, type Stated } from './stated'

/** Where the patient is registered (PD1-3), and with whom (PD1-4), as sent. `odsCode` only where it is a practice's. */
export type StatedPractice = { name: string; codeSent: string; odsCode: string | null }
export type StatedPractitioner = { code: string; family: string; given: string; title: string }

/** What an ADT says of one patient. Absent fields leave what is stored alone. */
export type DemographicsMessage = {
  patient: PatientDetails
  practice: Stated<StatedPractice>
  practitioner: Stated<StatedPractitioner>
  /** EVN-2, when it was recorded there. */
  recordedAt: Hl7Time | null
}

/** Two records of one person made one: `retired` are the numbers that give way to the survivor's. */
export type MergeMessage = {
  survivor: PatientDetails
  retired: PatientIdentity
  practice: Stated<StatedPractice>
}

/** Reads A01, A04, A08, A28 and A31. Refused when it names no patient, or several. */
export function readDemographics(message: Hl7Message): Parsed<DemographicsMessage, readonly Hl7Error[]> {
  const errors = patientErrors(message)
  const pids = message.segments.filter(({ name }) => name === 'PID')
  if (pids.length > 1)
    errors.push(sequenceError('PID', 2, 'Two patients in one message. Send each by itself'))
  const [pid] = pids
  if (!pid || errors.length > 0) return refused(errors)
  const recordedAt = parseHl7Time(valueAt(message, segmentNamed(message, 'EVN'), 2))
  return read({
    patient: readPatient(message, pid),
    ...registrationOf(message, segmentNamed(message, 'PD1')),
    recordedAt: recordedAt.ok ? recordedAt.value : null,
  })
}

/**
 * Reads A34 and A40: one or more pairs of PID and MRG. All are refused together when one is incomplete, so that nothing
 * is merged in part.
 */
export function readMerges(message: Hl7Message): Parsed<readonly MergeMessage[], readonly Hl7Error[]> {
  const errors = patientErrors(message)
  const pairs = pairsOf(message, errors)
  const merges = pairs.map(({ pid, mrg, pd1 }) => ({
    survivor: readPatient(message, pid),
    retired: readIdentity(message, mrg, 1),
    practice: registrationOf(message, pd1).practice,
  }))
  merges.forEach(({ survivor, retired }, place) => {
    if (retired.identifiers.some((one) => survivor.identifiers.some((other) => isSame(one, other))))
      errors.push(sequenceError('MRG', place + 1, 'MRG-1 and PID-3 are the same number'))
  })
  return errors.length > 0 ? refused(errors) : read(merges)
}

type Pair = { pid: Segment; mrg: Segment; pd1: Segment | undefined }

function pairsOf(message: Hl7Message, errors: Hl7Error[]): Pair[] {
  const pairs: Pair[] = []
  let pid: Segment | undefined
  let pd1: Segment | undefined
  for (const segment of message.segments) {
    if (segment.name === 'PID') {
      if (pid) errors.push(sequenceError('PID', pid.occurrence, 'There is no MRG segment to this patient'))
      pid = segment
      pd1 = undefined
    } else if (segment.name === 'PD1') pd1 = segment
    else if (segment.name === 'MRG') {
      if (!pid) errors.push(sequenceError('MRG', segment.occurrence, 'There is no PID segment to this MRG'))
      else if (!saysAnything(rawField(segment, 1), message)) errors.push(missingRetired(segment))
      else pairs.push({ pid, mrg: segment, pd1 })
      pid = undefined
    }
  }
  if (pid) errors.push(sequenceError('PID', pid.occurrence, 'There is no MRG segment to this patient'))
  return pairs
}

function isSame(
  one: { value: string; authority: string },
  other: { value: string; authority: string },
): boolean {
  return one.value === other.value && one.authority === other.authority
}

function sequenceError(segment: string, occurrence: number, reason: string): Hl7Error {
  return { code: '100', location: { segment, occurrence }, reason }
}

function missingRetired({ occurrence }: Segment): Hl7Error {
  const location = { segment: 'MRG', occurrence, field: 1 }
  return { code: '101', location, reason: 'MRG-1, the number that gives way, is empty' }
}

function registrationOf(
  message: Hl7Message,
  pd1: Segment | undefined,
): Pick<DemographicsMessage, 'practice' | 'practitioner'> {
  return {
    practice: statedIn(pd1, 3, () => practiceOf(message, pd1)),
    practitioner: statedIn(pd1, 4, () => {
      const [code = '', family = '', given = ''] = [1, 2, 3].map((n) => valueAt(message, pd1, 4, n))
      return code || family ? { code, family, given, title: valueAt(message, pd1, 4, 6) } : null
    }),
  }
}

/** XON: the code is component 10 from v2.5, component 3 before; some trusts put it where the name belongs. */
function practiceOf(message: Hl7Message, pd1: Segment | undefined): StatedPractice | null {
  const [organisation] = repetitionsOf(message, pd1, 3)
  if (!organisation) return null
  const [name = '', third = '', tenth = ''] = [1, 3, 10].map((n) => organisation.component(n))
  const codes = [tenth, third, name].flatMap((text) => {
    const code = parsePracticeCode(text)
    return code.ok ? [code.value] : []
  })
  const codeSent = tenth || third
  return name || codeSent ? { name, codeSent, odsCode: codes[0] ?? null } : null
}
