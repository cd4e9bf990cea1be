import { InsetText } from '@/components/nhs/inset-text'
import type { Voided } from '@/lib/diagnoses/diagnosis'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** That something was recorded in error, by whom, and why. */
export function VoidedNotice({ voided: { on, by, reason } }: { voided: Voided }) {
  return (
    <InsetText>
      <p>
        <strong>Recorded in error.</strong> Marked by {by} on {formatDateForStaff(on)}.
      </p>
      <p className="app-preserve-lines">{reason}</p>
    </InsetText>
  )
}
