import { WarningCallout } from '@/components/nhs/warning-callout'

/** Over every page of a record that was opened by break-glass. */
export function EmergencyNotice() {
  return (
    <div className="mx-auto max-w-[960px] px-4">
      <WarningCallout heading="Opened in an emergency" headingLevel={2}>
        <p>
          You are not in this person’s care team. You can read, not change. Every page you open is logged, a
          privacy officer reviews it, and the person can see it.
        </p>
      </WarningCallout>
    </div>
  )
}
