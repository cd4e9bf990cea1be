import { ageOn, type CalendarDate } from '@/lib/nhs/calendar-date'
import { INTERPRETERS_AT_CONTACT } from '@/lib/nhs/code-lists/interpreter'
import { PATHWAY_POINTS } from '@/lib/nhs/code-lists/pathway-point'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { dateFieldsFaultWords, parseDateFields } from '@/lib/nhs/date-fields'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { OLDEST_AGE } from '@/lib/platform/form-fields'
import type { FieldError } from '@/lib/platform/form-state'
import { AssessmentCompleter, type AssessmentMode } from '@/lib/platform/prisma-client/enums'
import { checkConcerns } from './concern-rules'
import type { DraftContent } from './draft-content'
import {
  STAFF_MODES,
  type AssessmentAnswers,
  type ConcernDefinition,
  type EarlierConcern,
  type FiledConcern,
} from './needs-assessment'

/** When the person was born and, if they have died, when. */
export type LifeDates = { bornOn: CalendarDate; diedOn: CalendarDate | null }

export type CheckedAnswers = { ok: true; answers: AssessmentAnswers } | { ok: false; problems: FieldError[] }

type Grounds = {
  catalogue: readonly ConcernDefinition[]
  earlier: readonly EarlierConcern[]
  life: LifeDates
  today: CalendarDate
}

/**
 * Whether a draft is a whole assessment: when, how, by whom, at which point, and either concerns or "no concerns".
 * One that is half answered cannot be filed; every fault is named at its field, in the order of the form.
 */
export function checkAnswers(content: DraftContent, grounds: Grounds): CheckedAnswers {
  const problems: FieldError[] = []
  const completedOn = completedOnOf(content, grounds, problems)
  const how = howOf(content, problems)
  const { concerns, problems: faults } = checkConcerns(content, grounds.catalogue, grounds.earlier)
  problems.push(...(faults.length > 0 ? faults : presenceProblems(content, concerns)))
  if (problems.length > 0 || !completedOn || !how) return { ok: false, problems }
  return { ok: true, answers: { completedOn, ...how, noConcerns: content.noConcerns, concerns } }
}

/** What is wrong with a day on which something was done with the person, or null. `subject` starts the sentence. */
export function dayFault(
  on: CalendarDate,
  { bornOn, diedOn }: LifeDates,
  today: CalendarDate,
  subject: string,
): string | null {
  if (on > today) return `${subject} must be today or in the past`
  if (on < bornOn || ageOn(bornOn, on) > OLDEST_AGE)
    return `${subject} must be after the person was born, ${formatDateForStaff(bornOn)}`
  if (diedOn && on > diedOn)
    return `${subject} must be on or before ${formatDateForStaff(diedOn)}, when the person died`
  return null
}

function completedOnOf(
  content: DraftContent,
  { life, today }: Grounds,
  problems: FieldError[],
): CalendarDate | null {
  const parsed = parseDateFields(content.completedOn)
  const subject = 'Date of the assessment'
  if (!parsed.ok) {
    const [part] = parsed.fault.fields
    const field = part === undefined || part === 'day' ? 'completedOn' : `completedOn-${part}`
    problems.push({ field, message: dateFieldsFaultWords(parsed.fault, subject) })
    return null
  }
  const message = dayFault(parsed.value, life, today, subject)
  if (message) problems.push({ field: 'completedOn', message })
  return message ? null : parsed.value
}

type How = Omit<AssessmentAnswers, 'completedOn' | 'noConcerns' | 'concerns'>

function howOf(content: DraftContent, problems: FieldError[]): How | null {
  const before = problems.length
  const chosen = <Code extends string>(
    field: keyof DraftContent,
    codes: readonly Code[],
    message: string,
  ) => {
    const found = codes.find((code) => code === content[field])
    if (found === undefined) problems.push({ field, message })
    return found
  }
  const mode = chosen('mode', STAFF_MODES as readonly AssessmentMode[], 'Select how the assessment was done')
  const completedBy = chosen('completedBy', Object.values(AssessmentCompleter), 'Select who answered')
  const proxy = completedBy === 'proxy' ? proxyOf(content, problems) : NO_PROXY
  const interpreterCode = chosen(
    'interpreter',
    INTERPRETERS_AT_CONTACT.codes,
    'Select whether there was an interpreter',
  )
  const pathwayPoint = chosen('pathwayPoint', PATHWAY_POINTS.codes, 'Select the point of the pathway')
  const staffRoleCode = chosen('staffRole', STAFF_ROLES.codes, 'Select your role')
  if (problems.length > before || !mode || !completedBy) return null
  if (!interpreterCode || !pathwayPoint || !staffRoleCode) return null
  return { mode, completedBy, ...proxy, interpreterCode, pathwayPoint, staffRoleCode }
}

const NO_PROXY = { proxyName: null, proxyRelationship: null }

function proxyOf({ proxyName, proxyRelationship }: DraftContent, problems: FieldError[]) {
  if (proxyName.trim() === '')
    problems.push({ field: 'proxyName', message: 'Enter the name of whoever answered for the person' })
  if (proxyRelationship.trim() === '')
    problems.push({ field: 'proxyRelationship', message: 'Enter how they are related to the person' })
  return { proxyName: proxyName.trim(), proxyRelationship: proxyRelationship.trim() }
}

function presenceProblems(content: DraftContent, concerns: readonly FiledConcern[]): FieldError[] {
  const field = 'noConcerns'
  if (content.noConcerns && concerns.length > 0)
    return [{ field, message: 'Select concerns or “No concerns”, not both' }]
  if (content.noConcerns || concerns.length > 0) return []
  return [{ field, message: 'Select at least one concern, or “No concerns”' }]
}
