import { InsetText } from '@/components/nhs/inset-text'
import { WarningCallout } from '@/components/nhs/warning-callout'
import type { ResultView } from '@/lib/results/result-view'

type Props = {
  result: ResultView
  /** What staff call the protocol that it was judged by; null where there was none. */
  judgedBy: string | null
}

/** What the rules of the protocol say of a result, or why no rule says anything. */
export function ResultAlerts({ result, judgedBy }: Props) {
  if (result.alerts.length > 0)
    return (
      <WarningCallout heading="Out of range, or in question" headingLevel={2}>
        <ul>
          {result.alerts.map(({ key, words }) => (
            <li key={key}>{words}</li>
          ))}
        </ul>
      </WarningCallout>
    )
  return <InsetText>{whyNot(result, judgedBy)}</InsetText>
}

function whyNot({ isInRange, status, notes, doubts }: ResultView, judgedBy: string | null): string {
  const rules = judgedBy
    ? `No rule of ${judgedBy} objects to it.`
    : 'The person is on no follow-up pathway with a rule about this, so nothing was judged.'
  if (isInRange || !judgedBy) return rules
  if (notes) return `${rules} The laboratory wrote something beside it, so it is looked at by itself.`
  if (doubts) return `${rules} It looks like a slip, so it is looked at by itself. ${doubts}`
  return status === 'final'
    ? `${rules} The report does not say that there is nothing new, so somebody looks at it.`
    : `${rules} It is ${status}, so it is looked at by itself.`
}
