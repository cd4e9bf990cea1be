import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { PatientIdentity } from '@/lib/patients/patient-identity'

type Props = {
  person: PatientIdentity
  /** Where the name leads; without it, the name is plain. */
  href?: string
}

/** Who a row of a list is about: the name, and beneath it two identifiers. */
export function PersonInRow({ person: { name, nhsNumber, bornOn }, href }: Props) {
  return (
    <>
      {href ? <a href={href}>{name}</a> : name}
      <br />
      <span className="app-number">
        {formatNhsNumber(nhsNumber)} Born {formatDateForBanner(bornOn)}
      </span>
    </>
  )
}
