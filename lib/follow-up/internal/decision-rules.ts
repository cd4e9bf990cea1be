import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { FieldError } from '@/lib/platform/form-state'
import type { Protocol } from '../protocol'
import { criteriaFor, type Stratification, type StratificationCheck } from '../stratify'
import type { StratificationCriteria } from '../stratification-criteria'
import { streamOf } from '../streams'
import type { DecideFollowUp } from './decide-input'

/** When the record says that something was done first, by the code of the prerequisite. */
export type KnownDone = Readonly<Record<string, CalendarDate | null>>

/** What the form says, as the rules of stratification weigh it. What was ticked and is not in the record was done by the decision. */
export function stratificationIn(
  input: DecideFollowUp,
  diagnosisCode: string,
  reference: StratificationCriteria,
  known: KnownDone,
): Stratification {
  const { prerequisites, criteria, waivedBecause, standsBecause } = input
  return {
    stream: streamOf(input.stream),
    diagnosisCode,
    prerequisites: Object.fromEntries(
      reference.prerequisites.flatMap(({ code }): [string, Stratification['prerequisites'][string]][] => {
        if (prerequisites.includes(code)) return [[code, { doneOn: known[code] ?? input.decidedOn }]]
        return waivedBecause ? [[code, { waivedBecause }]] : []
      }),
    ),
    criteria: Object.fromEntries(
      criteriaFor(reference, diagnosisCode).map(({ code }) => [
        code,
        { holds: criteria.includes(code), choiceStandsBecause: standsBecause ?? undefined },
      ]),
    ),
    wish: input.wishes,
    isDigital: input.isDigital === 'yes',
    reasons: input.reasons,
  }
}

/** What is still missing, in words at the field where it is put right. */
export function decisionFaults(
  { missing, against: criteria }: StratificationCheck,
  input: DecideFollowUp,
): FieldError[] {
  const list = (texts: readonly { text: string }[]) => texts.map(({ text }) => text).join('; ')
  const against = isBeyondThem(input) && !input.standsBecause ? [...criteria, BEYOND_THEM] : criteria
  return [
    ...(missing.length > 0
      ? [
          {
            field: 'waivedBecause',
            message: `Say that it was done, or why you go on without it: ${list(missing)}`,
          },
        ]
      : []),
    ...(against.length > 0
      ? [
          {
            field: 'standsBecause',
            message: `Enter why the choice stands although this holds: ${list(against)}`,
          },
        ]
      : []),
  ]
}

const BEYOND_THEM = { text: 'The person cannot or will not look after themselves between tests' }

/** Supported self-management rests on the person. Our own rule. */
function isBeyondThem({ stream, canSelfManage }: DecideFollowUp): boolean {
  return stream === 'supported_self_management' && canSelfManage === 'no'
}

/** Whether stream, protocol and letter belong together. `protocols`: those for the cancer. */
export function choiceFaults(
  { stream, protocol, letter }: DecideFollowUp,
  protocols: readonly Protocol[],
): FieldError[] {
  if (stream === 'discharge_to_practice')
    return (letter?.trim().length ?? 0) < 3
      ? [{ field: 'letter', message: 'Enter what the practice is told' }]
      : []
  const chosen = protocols.find(({ id }) => id === protocol)
  if (!chosen) return [{ field: 'protocol', message: 'Select which tests are due, and when' }]
  return chosen.streams.choices.includes(streamOf(stream))
    ? []
    : [{ field: 'protocol', message: `${chosen.title} is not for this kind of follow-up` }]
}
