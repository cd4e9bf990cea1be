import 'server-only'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { now, today } from '@/lib/platform/clock'
import { knownTests } from '../known-tests'
import { isReading, type ResultFact, type ResultValue } from '../result'
import { doubtsAbout } from '../result-doubts'

type Said = {
  code: string
  sampledOn: CalendarDate
  issuedAt: Date
  value: ResultValue
  bornOn: CalendarDate
}

/** What looks like a slip in a result that is about to be kept, in words. @param others the other results of the person in force */
export function doubtsOf(
  { code, sampledOn, issuedAt, value, bornOn }: Said,
  others: readonly ResultFact[],
): string[] {
  if (sampledOn < bornOn) return ['The sample is dated before the person was born.']
  const analyte = knownTests().analytes.find((one) => one.code === code)
  const reading: ResultFact = {
    id: '',
    specimen: '',
    code,
    sampleOn: sampledOn,
    issuedAt,
    receivedAt: now(),
    status: 'final',
    value,
  }
  if (!analyte || !isReading(reading)) return []
  const same = others.filter(isReading).filter((one) => one.code === code)
  return doubtsAbout({ reading, analyte, others: same, bornOn, today: today() }).map(({ words }) => words)
}
