import { DateInput } from '@/components/nhs/date-input'
import { Fieldset } from '@/components/nhs/fieldset'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import { ETHNIC_CATEGORIES } from '@/lib/nhs/code-lists/ethnic-category'
import { SEXES } from '@/lib/nhs/code-lists/sex'
import { PATIENT_FIELD_LABELS as LABELS } from '@/lib/patients/labels'
import type { PatientFields } from '@/lib/patients/patient-fields'

/** What the record says now; left out where there is none yet. */
type Props = { record?: PatientFields }

/** Who somebody is. */
export function IdentityFields({ record }: Props) {
  return (
    <Fieldset legend="Who the person is" labelSize="m" labelHeading={2}>
      <TextInput name="title" label={LABELS.title} width={5} value={record?.title} />
      <TextInput
        name="givenName"
        label={LABELS.givenName}
        hint="Leave empty if the person has a single name"
        width={20}
        value={record?.givenName}
      />
      <TextInput name="familyName" label={LABELS.familyName} width={20} value={record?.familyName} />
      <TextInput name="preferredName" label={LABELS.preferredName} width={20} value={record?.preferredName} />
      <DateInput name="bornOn" label={LABELS.bornOn} hint="For example, 3 2 1961" value={record?.bornOn} />
      <Radios
        name="sex"
        label={LABELS.sex}
        value={record?.sex}
        items={SEXES.codes.map((code) => ({ value: code, label: SEXES.label(code) }))}
      />
      <Select
        name="ethnicCategory"
        label={LABELS.ethnicCategory}
        value={record?.ethnicCategory}
        options={[
          { value: '', label: 'Not recorded' },
          ...ETHNIC_CATEGORIES.codes.map((code) => ({ value: code, label: ETHNIC_CATEGORIES.label(code) })),
        ]}
      />
    </Fieldset>
  )
}

/** How to reach somebody. */
export function ContactFields({ record }: Props) {
  return (
    <Fieldset legend="Address and contact" labelSize="m" labelHeading={2}>
      <TextInput name="addressLine1" label={LABELS.addressLine1} value={record?.addressLine1} />
      <TextInput name="addressLine2" label={LABELS.addressLine2} value={record?.addressLine2} />
      <TextInput name="postcode" label={LABELS.postcode} width={10} value={record?.postcode} />
      <TextInput
        name="mobileTelephone"
        label={LABELS.mobileTelephone}
        type="tel"
        width={20}
        value={record?.mobileTelephone}
      />
      <TextInput
        name="homeTelephone"
        label={LABELS.homeTelephone}
        type="tel"
        width={20}
        value={record?.homeTelephone}
      />
      <TextInput name="email" label={LABELS.email} type="email" spellCheck={false} value={record?.email} />
    </Fieldset>
  )
}

/** Whether the practice may have what is agreed and signed, as the person wishes. */
export function SharingFields({ record }: { record: PatientFields }) {
  return (
    <Fieldset legend="Sharing" labelSize="m" labelHeading={2}>
      <Radios
        name="sharesWithPractice"
        label={LABELS.sharesWithPractice}
        hint="As the person wishes. What a practice has had already stays readable there."
        value={record.sharesWithPractice ? 'yes' : 'no'}
        items={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]}
      />
    </Fieldset>
  )
}
