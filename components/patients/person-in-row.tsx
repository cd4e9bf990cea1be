import { markup, type Markup } from '@/components/nhs/markup'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { PatientIdentity } from '@/lib/patients/patient-identity'

type Props = {
  person: PatientIdentity
  /** Where the name leads; without it, the name is plain. */
  href?: string
}

/** Who a row of a list is about: the name, and beneath it two identifiers. */
export function PersonInRow({ person, href }: Props) {
  return <TrustedMarkup as="span" parts={[personInRow(person, href)]} />
}

/** The same for rows that are written as text. */
export function personInRow({ name, nhsNumber, bornOn }: PatientIdentity, href?: string): Markup {
  return markup`${href ? markup`<a href="${href}">${name}</a>` : name}<br>
<span class="app-number">${formatNhsNumber(nhsNumber)} Born ${formatDateForBanner(bornOn)}</span>`
}
