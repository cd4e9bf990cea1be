import type { DemographicsMessage, MergeMessage } from '@/lib/interop/hl7/demographics-message'
import { FrameDecoder, framed } from '@/lib/interop/hl7/frame-decoder'
import type { Hl7Error } from '@/lib/interop/hl7/hl7-error'
import type { Observation } from '@/lib/interop/hl7/observation'
import type { ObservationValue } from '@/lib/interop/hl7/observation-value'
import type { PatientDetails } from '@/lib/interop/hl7/patient-details'
import type { Quantity } from '@/lib/interop/hl7/quantity'
import { receiveMessage, type MessageContent } from '@/lib/interop/hl7/receive-message'
import type { Report } from '@/lib/interop/hl7/report'
import type { ResultsMessage } from '@/lib/interop/hl7/results-message'
import { statedValue, type Stated } from '@/lib/interop/hl7/stated'

/** What a message tells, a line for each thing, the answer first. A test listener takes training and debugging too. */
export function told(bytes: Uint8Array): string[] {
  const frames = new FrameDecoder().push(framed(bytes))
  return frames.flatMap((frame) => {
    if (frame.kind !== 'message') return [frame.kind]
    const received = receiveMessage(frame.bytes, { processingIds: ['P', 'T', 'D'] })
    if (received.kind === 'ignored') return ['no answer']
    if (received.kind === 'refused')
      return received.answer.errors.map((error) => refusal(received.answer.code, error))
    return ['AA', ...contentLines(received.content)]
  })
}

function refusal(code: string, { code: error, location }: Hl7Error): string {
  if (!location) return `${code} ${error}`
  const occurrence = location.occurrence === 1 ? '' : `[${location.occurrence}]`
  const field = location.field === undefined ? '' : `-${location.field}`
  return `${code} ${error} ${location.segment}${occurrence}${field}`
}

function contentLines(content: MessageContent): string[] {
  switch (content.kind) {
    case 'results':
      return resultLines(content)
    case 'merge':
      return content.merges.flatMap(mergeLines)
    default:
      return demographicLines(content)
  }
}

function mergeLines({ survivor, retired }: MergeMessage): string[] {
  const numbers = (identifiers: PatientDetails['identifiers']) =>
    identifiers.map(({ value }) => value).join(', ')
  return [
    `merge ${numbers(retired.identifiers)} into ${numbers(survivor.identifiers)}`,
    ...patientLines(survivor),
  ]
}

function demographicLines({ patient, practice, practitioner }: DemographicsMessage): string[] {
  const { value, state } = { value: statedValue(practice), state: practice.state }
  const gp = statedValue(practitioner)
  return [
    ...patientLines(patient),
    ...(value ? [`practice ${value.name} ${value.codeSent} (ODS ${value.odsCode})`] : []),
    ...(state === 'cleared' ? ['practice cleared'] : []),
    ...(gp ? [`GP ${gp.family}, ${gp.given} ${gp.code}`] : []),
  ]
}

function patientLines(patient: PatientDetails): string[] {
  const lines = patient.identifiers.map(
    ({ value, authority, typeCode }) => `identifier ${value} of ${authority || '?'} (${typeCode || '?'})`,
  )
  for (const name of statedValue(patient.names) ?? [])
    lines.push(['name', `${name.family},`, name.title, name.given, name.middle].filter(Boolean).join(' '))
  if (patient.nhsNumber) lines.push(`NHS number ${patient.nhsNumber}`)
  lines.push(`born ${words(patient.birthDate, (time) => time.day ?? `${time.text} (${time.precision})`)}`)
  lines.push(`sex ${words(patient.sex, (sex) => sex)}`)
  for (const address of statedValue(patient.addresses) ?? [])
    lines.push(['address', ...address.lines, address.town, address.postcode].filter(Boolean).join(' '))
  if (patient.addresses.state === 'cleared') lines.push('address cleared')
  for (const telephone of statedValue(patient.telephones) ?? []) lines.push(`telephone ${telephone.number}`)
  if (patient.telephones.state === 'cleared') lines.push('telephone cleared')
  if (patient.diedAt.state !== 'absent')
    lines.push(`died ${words(patient.diedAt, (time) => time.day ?? time.text)}`)
  return [...lines, ...patient.problems.map((problem) => `problem ${problem}`)]
}

function words<Value>(stated: Stated<Value>, show: (value: Value) => string): string {
  return stated.state === 'stated' ? show(stated.value) : stated.state
}

function resultLines({ patient, notes, reports }: ResultsMessage): string[] {
  return [
    ...patientLines(patient),
    ...notes.map((note) => `note on patient: ${note}`),
    ...reports.flatMap(reportLines),
  ]
}

function reportLines(report: Report): string[] {
  const { code, status, placerNumber, fillerNumber, text } = report
  const numbers = `${placerNumber?.value ?? '-'}/${fillerNumber?.value ?? '-'}`
  return [
    `report ${code.code || code.text} ${numbers} ${status}`,
    ...(report.takenAt?.instant ? [`taken ${report.takenAt.instant.toISOString()}`] : []),
    ...report.notes.map((note) => `note on report: ${note}`),
    ...report.problems.map((problem) => `problem ${problem}`),
    ...(text === null ? [] : [`text ${text}`]),
    ...report.observations.flatMap(observationLines),
  ]
}

function observationLines(observation: Observation): string[] {
  const { code, value, unit, referenceRange, flags, status, notes, problems } = observation
  const what = code?.code || code?.text || '-'
  const range = referenceRange && `[${referenceRange}]`
  return [
    [what, valueWords(value), unit, range, ...flags, status].filter(Boolean).join(' '),
    ...notes.map((note) => `note on ${what}: ${note}`),
    ...problems.map((problem) => `problem of ${what}: ${problem}`),
  ]
}

function valueWords(value: ObservationValue): string {
  switch (value.kind) {
    case 'number':
      return numberWords(value)
    case 'range':
      return `${value.low} to ${value.high}`
    case 'ratio':
      return `${value.first}${value.separator}${value.second}`
    case 'coded':
      return value.values.map(({ code, text }) => `${code} ${text}`).join('; ')
    case 'time':
      return value.time.text
    case 'document':
      return `${value.type} (${value.readable ? 'readable' : 'not readable'})`
    default:
      return textWords(value)
  }
}

function textWords(value: Extract<ObservationValue, { kind: 'none' | 'text' | 'unread' }>): string {
  if (value.kind === 'none') return ''
  if (value.kind === 'unread') return `unread “${value.text}”`
  return value.quantity ? `“${value.text}” = ${numberWords(value.quantity)}` : `“${value.text}”`
}

function numberWords({ comparator, number }: Quantity): string {
  return `${comparator ?? ''}${number}`
}
