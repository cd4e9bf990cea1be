import { isLineOfText, type Observation } from './observation'
import type { Report } from './report'

/**
 * A report in words is sent as one result for each line, in the order of OBX-1; blank lines are results without a value,
 * and lines after the first may leave out what they are. Then the lines are joined, and neither is a problem.
 */
export function withReportText(report: Report): Report {
  const { observations } = report
  const isInWords =
    observations.some(({ value }) => value.kind === 'text' && value.quantity === null) &&
    observations.every((one) => isLineOfText(one) || one.value.kind === 'document')
  if (!isInWords) return report
  const lines = inOrderSent(observations).filter(isLineOfText)
  const text = lines.map(({ value }) => (value.kind === 'text' ? value.text : '')).join('\n')
  return { ...report, text, observations: observations.map((one, place) => asLine(one, place)) }
}

function asLine(observation: Observation, place: number): Observation {
  const ofLines = observation.problems.filter(
    (problem) => problem !== 'value_missing' && (problem !== 'code_missing' || place === 0),
  )
  return isLineOfText(observation) ? { ...observation, problems: ofLines } : observation
}

/** By OBX-1 where every line has one of its own, otherwise as they stand. */
function inOrderSent(observations: readonly Observation[]): readonly Observation[] {
  const numbers = observations.map(({ setId }) => (/^\d+$/.test(setId) ? Number(setId) : Number.NaN))
  const areAllDifferent = new Set(numbers).size === numbers.length && !numbers.some(Number.isNaN)
  return areAllDifferent
    ? observations.toSorted((one, other) => Number(one.setId) - Number(other.setId))
    : observations
}
