import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { Stream } from './protocol'
import type { Criterion, Prerequisite, StratificationCriteria } from './stratification-criteria'

/** What a clinician is about to decide. */
export type Stratification = {
  stream: Stream
  /** ICD-10 code of the cancer, from which the criteria follow. */
  diagnosisCode: string
  /** By the code of a prerequisite: the day it was done, or why it is waived. */
  prerequisites: Readonly<Record<string, { doneOn: CalendarDate } | { waivedBecause: string }>>
  /** By the code of a criterion. One that holds and rules the stream out needs the reason why the choice stands. */
  criteria: Readonly<Record<string, { holds: boolean; choiceStandsBecause?: string }>>
  /** What the person wants, in their words or the clinician's. */
  wish: string
  /** Whether the person uses the internet for this. It decides the way they are told, never whether they are followed up. */
  isDigital: boolean
  reasons: string
}

export type StratificationCheck = {
  /** Neither done nor waived: to be done first. */
  missing: readonly Prerequisite[]
  waived: readonly { prerequisite: Prerequisite; because: string }[]
  /** Not answered. */
  unanswered: readonly Criterion[]
  /** They hold, rule the stream out, and nobody said why the choice stands. */
  against: readonly Criterion[]
  overruled: readonly { criterion: Criterion; because: string }[]
  lacks: readonly ('wish' | 'reasons')[]
  /** Whether the decision can be recorded. */
  isComplete: boolean
}

/** The criteria for a cancer: those of everybody, and those of its site. */
export function criteriaFor({ criteria }: StratificationCriteria, diagnosisCode: string): Criterion[] {
  const category = diagnosisCode.slice(0, 3)
  return criteria.filter(({ of }) => of === undefined || of.sites.includes(category))
}

/**
 * What stands between a decision and its being recorded, and what was waived or overruled and why. A prerequisite done on
 * a day after `today` is not done.
 */
export function checkStratification(
  decision: Stratification,
  reference: StratificationCriteria,
  today: CalendarDate,
): StratificationCheck {
  const required = reference.prerequisites.filter(({ requiredFor }) => requiredFor.includes(decision.stream))
  const weighed = criteriaFor(reference, decision.diagnosisCode)
  const said = (text: string | undefined) => text?.trim() ?? ''
  const waived = required.flatMap((prerequisite) => {
    const given = decision.prerequisites[prerequisite.code]
    const because = given && 'waivedBecause' in given ? said(given.waivedBecause) : ''
    return because === '' ? [] : [{ prerequisite, because }]
  })
  const missing = required.filter((prerequisite) => {
    const given = decision.prerequisites[prerequisite.code]
    const isDone = given !== undefined && 'doneOn' in given && given.doneOn <= today
    return !isDone && !waived.some((one) => one.prerequisite === prerequisite)
  })
  const unanswered = weighed.filter(({ code }) => decision.criteria[code] === undefined)
  const contrary = weighed.filter(
    ({ code, rulesOut }) => decision.criteria[code]?.holds && rulesOut.includes(decision.stream),
  )
  const overruled = contrary
    .map((criterion) => ({
      criterion,
      because: said(decision.criteria[criterion.code]?.choiceStandsBecause),
    }))
    .filter(({ because }) => because !== '')
  const against = contrary.filter((criterion) => !overruled.some((one) => one.criterion === criterion))
  const lacks = (['wish', 'reasons'] as const).filter((field) => said(decision[field]) === '')
  const open = [missing, unanswered, against, lacks]
  return {
    missing,
    waived,
    unanswered,
    against,
    overruled,
    lacks,
    isComplete: open.every((list) => list.length === 0),
  }
}
