import type { ReactNode } from 'react'
import { Details } from '@/components/nhs/details'
import { ageOn, type CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { formatNameForStaff, type PersonName } from '@/lib/nhs/person-name'

export type BannerPatient = PersonName & {
  preferredName?: string | null
  bornOn: CalendarDate | null
  /** In words: "Female". */
  gender: string | null
  nhsNumber: string | null
  /** Whether the person has died; the date may not be known. */
  isDeceased?: boolean
  diedOn?: CalendarDate | null
  /** Language of the interpreter needed. */
  interpreter?: string | null
  /** How information must be given, in words: "Large print", "Easy Read". */
  informationNeeds?: readonly string[]
  /** Left out for roles that may not see it. */
  contact?: {
    address?: string | null
    telephone?: string | null
    email?: string | null
    note?: string | null
  }
}

type Props = { patient: BannerPatient; today: CalendarDate; href?: string }

/**
 * Who the record is about, on every page of one patient and never on a list. Order, labels without colons and date
 * form are those of the NHS Common User Interface (patient banner, ISB 1505): name, Born, Gender, NHS No.
 */
export function PatientBanner({ patient, today, href }: Props) {
  const isDeceased = Boolean(patient.isDeceased || patient.diedOn)
  const name = formatNameForStaff(patient)
  return (
    <section
      className={isDeceased ? 'app-patient-banner app-patient-banner--deceased' : 'app-patient-banner'}
      aria-label="Patient"
    >
      <div className="nhsuk-width-container">
        <div className="app-patient-banner__identity">
          <p className="app-patient-banner__name">{href ? <a href={href}>{name}</a> : name}</p>
          <dl className="app-patient-banner__identity">
            <Item label="Born">{bornWords(patient.bornOn, isDeceased ? null : today)}</Item>
            {isDeceased ? <Death patient={patient} /> : null}
            <Item label="Gender">{patient.gender ?? 'Not known'}</Item>
            <Item label="NHS No.">
              <span className="app-number">
                {patient.nhsNumber ? formatNhsNumber(patient.nhsNumber) : 'Not known'}
              </span>
            </Item>
          </dl>
        </div>
        <NeedsAndContact patient={patient} />
      </div>
    </section>
  )
}

function Item({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="app-patient-banner__item">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Death({ patient: { bornOn, diedOn } }: { patient: BannerPatient }) {
  return (
    <>
      <Item label="Died">{diedOn ? formatDateForBanner(diedOn) : 'Date not known'}</Item>
      {bornOn && diedOn ? <Item label="Age at death">{ageOn(bornOn, diedOn)}y</Item> : null}
    </>
  )
}

function bornWords(bornOn: CalendarDate | null, today: CalendarDate | null): string {
  if (!bornOn) return 'Not known'
  const born = formatDateForBanner(bornOn)
  return today ? `${born} (${ageOn(bornOn, today)}y)` : born
}

function NeedsAndContact({ patient }: { patient: BannerPatient }) {
  const { preferredName, interpreter, informationNeeds = [], contact } = patient
  const hasNeeds = preferredName || interpreter || informationNeeds.length > 0
  if (!hasNeeds && !contact) return null
  return (
    <div className="app-patient-banner__needs">
      {hasNeeds ? (
        <dl className="app-patient-banner__identity">
          {preferredName ? <Item label="Likes to be called">{preferredName}</Item> : null}
          {interpreter ? <Item label="Interpreter">{interpreter}</Item> : null}
          {informationNeeds.length > 0 ? (
            <Item label="Information">{informationNeeds.join(', ')}</Item>
          ) : null}
        </dl>
      ) : null}
      {contact ? <Contact {...contact} /> : null}
    </div>
  )
}

function Contact({ address, telephone, email, note }: NonNullable<BannerPatient['contact']>) {
  return (
    <Details summary="Contact">
      <dl>
        <Item label="Address">{address ?? 'Not recorded'}</Item>
        <Item label="Telephone">{telephone ?? 'Not recorded'}</Item>
        <Item label="Email">{email ?? 'Not recorded'}</Item>
        {note ? <Item label="Contact needs">{note}</Item> : null}
      </dl>
    </Details>
  )
}
