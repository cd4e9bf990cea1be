import { WarningCallout } from '@/components/nhs/warning-callout'

/** Says so where a frozen version no longer has the hash that it was agreed with. */
export function AlteredWarning({ isIntact }: { isIntact: boolean }) {
  if (isIntact) return null
  return (
    <WarningCallout heading="This copy may have been altered" headingLevel={2}>
      <p>
        It is not as it was when it was agreed. Do not rely on it: check with the team, and tell whoever runs
        this service.
      </p>
    </WarningCallout>
  )
}
