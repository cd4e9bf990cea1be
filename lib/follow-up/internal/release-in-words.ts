import type { Release, ReleaseRule } from '@/lib/results/release'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'

/** How results of one kind come to be known, as staff read it. */
export function releaseInWords(
  rule: ReleaseRule,
  { analytes, tests }: SurveillanceTests,
): { what: string; value: string } {
  if (rule.kind === 'report') {
    const outcomes = rule.outcomes.map((outcome) => outcome.replaceAll('_', ' ')).join(' or ')
    const name = tests.find(({ code }) => code === rule.test)?.name ?? rule.test
    return { what: `${name}, ${outcomes}`, value: howInWords(rule.release) }
  }
  return {
    what: analytes.find(({ code }) => code === rule.analyte)?.name ?? rule.analyte,
    value: rule.bands
      .map(({ below, release }) =>
        below === undefined
          ? `otherwise ${howInWords(release)}`
          : `below ${below} ${rule.unit} ${howInWords(release)}`,
      )
      .join('; '),
  }
}

function howInWords(release: Release): string {
  if (release.how === 'at_once') return 'at once, with an explanation'
  return release.how === 'on_sign_off'
    ? 'when somebody has looked at it'
    : `after ${release.hours} working hours`
}
