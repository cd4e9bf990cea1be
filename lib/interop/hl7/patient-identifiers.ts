import { parseNhsNumber, type NhsNumber } from '@/lib/nhs/nhs-number'
import { repetitionsOf, type Hl7Message, type Repetition, type Segment } from './message'
import type { MessageProblem } from './message-problem'

/** One number by which somebody knows the patient, as sent. `authority` gave it; `typeCode` is HL7 table 0203. */
export type PatientIdentifier = { value: string; authority: string; authorityId: string; typeCode: string }

export type PatientIdentity = {
  /** Every repetition, those said to be NHS numbers among them. */
  identifiers: readonly PatientIdentifier[]
  /** Only where exactly one repetition says so and its check digit passes. */
  nhsNumber: NhsNumber | null
  problems: readonly MessageProblem[]
}

/** NH is HL7 table 0203; NHSNMBR is what Cerner Millennium sends in England. */
const NHS_NUMBER_TYPES = new Set(['NH', 'NHSNMBR'])
/** NSTS and two digits is the authority with the number's tracing status, as NHS trusts send it. */
const NHS_NUMBER_AUTHORITY = /^(?:NHS|NHSNBR|NHSNO|NSTS\d{2})$/
/** The OID and URL of the NHS number (NHS Digital, OID register; UK Core). */
const NHS_NUMBER_AUTHORITY_IDS = new Set(['2.16.840.1.113883.2.1.4.1', 'https://fhir.nhs.uk/Id/nhs-number'])

/** Reads a field of patient identifiers: PID-3, or MRG-1. */
export function readIdentity(
  message: Hl7Message,
  segment: Segment | undefined,
  field: number,
): PatientIdentity {
  const identifiers = repetitionsOf(message, segment, field)
    .map(identifierOf)
    .filter(({ value }) => value !== '')
  const said = new Set(identifiers.filter(isSaidToBeNhsNumber).map(({ value }) => value))
  const read = [...said].map((value) => parseNhsNumber(value))
  const numbers = new Set(read.flatMap((one) => (one.ok ? [one.value] : [])))
  const problems: MessageProblem[] = []
  if (read.some((one) => !one.ok)) problems.push('nhs_number_faulty')
  if (numbers.size > 1) problems.push('nhs_numbers_differ')
  const [only = null] = numbers
  return { identifiers, nhsNumber: numbers.size === 1 ? only : null, problems }
}

function identifierOf(repetition: Repetition): PatientIdentifier {
  return {
    value: repetition.component(1),
    authority: repetition.subcomponent(4, 1),
    authorityId: repetition.subcomponent(4, 2),
    typeCode: repetition.component(5),
  }
}

function isSaidToBeNhsNumber({ authority, authorityId, typeCode }: PatientIdentifier): boolean {
  return (
    NHS_NUMBER_TYPES.has(typeCode.toUpperCase()) ||
    NHS_NUMBER_AUTHORITY.test(authority.toUpperCase()) ||
    NHS_NUMBER_AUTHORITY_IDS.has(authorityId)
  )
}
