import { codedValueOf, type CodedValue } from './coded-value'
import { repetitionsOf, rawField, valueAt, type Hl7Message, type Repetition, type Segment } from './message'
import type { MessageProblem } from './message-problem'
import { readIdentity, type PatientIdentity } from './patient-identifiers'
import { readAddresses, readTelephones, type PostalAddress, type TelephoneEntry } from './patient-contact'
import { parseHl7Day, type Hl7Time } from './hl7-time'
import { statedIn, type Stated } from './stated'

/** One name as sent. `use` is HL7 table 0200 (L legal, M maiden, P preferred, N nickname), or empty. */
export type HumanName = {
  family: string
  given: string
  middle: string
  title: string
  suffix: string
  use: string
}

/** HL7 table 0001. `other`, `ambiguous` and `not_applicable` are what the sender says, and no more is read into them. */
export type StatedSex = 'female' | 'male' | 'other' | 'unknown' | 'ambiguous' | 'not_applicable'

const SEXES: Readonly<Record<string, StatedSex>> = {
  F: 'female',
  M: 'male',
  O: 'other',
  U: 'unknown',
  A: 'ambiguous',
  N: 'not_applicable',
}

/** Who a message is about: PID, read without filling anything in. The first name is the one to show. */
export type PatientDetails = PatientIdentity & {
  names: Stated<readonly HumanName[]>
  /** The day as written, whatever zone stands behind it. A year alone stays a year. */
  birthDate: Stated<Hl7Time>
  sex: Stated<StatedSex>
  addresses: Stated<readonly PostalAddress[]>
  telephones: Stated<readonly TelephoneEntry[]>
  /** The language the person speaks first, as sent. */
  language: Stated<CodedValue>
  diedAt: Stated<Hl7Time>
  hasDied: Stated<boolean>
}

/** Reads PID. The caller has seen that PID-3 is there. */
export function readPatient(message: Hl7Message, pid: Segment): PatientDetails {
  const identity = readIdentity(message, pid, 3)
  const details = {
    names: statedIn(pid, 5, () => listOf(repetitionsOf(message, pid, 5).map(nameOf))),
    birthDate: dayIn(message, pid, 7),
    sex: statedIn(pid, 8, () => SEXES[valueAt(message, pid, 8).toUpperCase()] ?? null),
    addresses: statedIn(pid, 11, () => listOf(readAddresses(message, pid))),
    telephones: telephonesIn(message, pid),
    language: statedIn(pid, 15, () => codedValueOf(repetitionsOf(message, pid, 15)[0])),
    diedAt: dayIn(message, pid, 29),
    hasDied: statedIn(pid, 30, () => yesOrNo(valueAt(message, pid, 30))),
  }
  return { ...identity, ...details, problems: [...identity.problems, ...problemsOf(details)] }
}

function problemsOf(
  details: Pick<PatientDetails, 'birthDate' | 'sex' | 'diedAt' | 'hasDied'>,
): readonly MessageProblem[] {
  const unreadable: [Stated<unknown>, MessageProblem][] = [
    [details.birthDate, 'birth_date_not_readable'],
    [details.sex, 'sex_not_known'],
    [details.diedAt, 'death_time_not_readable'],
    [details.hasDied, 'death_indicator_not_known'],
  ]
  return unreadable.filter(([field]) => field.state === 'unreadable').map(([, problem]) => problem)
}

function nameOf(repetition: Repetition): HumanName {
  return {
    family: repetition.subcomponent(1, 1),
    given: repetition.component(2),
    middle: repetition.component(3),
    suffix: repetition.component(4),
    title: repetition.component(5),
    use: repetition.component(7),
  }
}

function dayIn(message: Hl7Message, segment: Segment, field: number): Stated<Hl7Time> {
  return statedIn(segment, field, () => {
    const time = parseHl7Day(valueAt(message, segment, field))
    return time.ok ? time.value : null
  })
}

/** PID-13 and PID-14 are home and work of one list: both null clear it, one null leaves the other. */
function telephonesIn(message: Hl7Message, pid: Segment): Stated<readonly TelephoneEntry[]> {
  const home = statedIn(pid, 13, () => readTelephones(message, pid, 13))
  const work = statedIn(pid, 14, () => readTelephones(message, pid, 14))
  const entries = [home, work].flatMap((one) => (one.state === 'stated' ? one.value : []))
  if (entries.length > 0) return { state: 'stated', value: entries }
  return rawField(pid, 13) === '' ? work : home
}

function yesOrNo(code: string): boolean | null {
  const answer = code.toUpperCase()
  if (answer === 'Y') return true
  return answer === 'N' ? false : null
}

/** A list with nothing in it, from a field with delimiters alone, says nothing that could be read. */
function listOf<Item>(items: readonly Item[]): readonly Item[] | null {
  return items.length === 0 ? null : items
}
