import { DateInput } from '@/components/nhs/date-input'
import { Fieldset } from '@/components/nhs/fieldset'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import type { Practice } from '@/lib/care-teams/practices'
import { LATERALITIES } from '@/lib/nhs/code-lists/laterality'

/** Which of the actor's teams it is for: asked only of those who work in several. */
export function TeamField({ teams }: { teams: readonly { id: string; name: string }[] }) {
  const [only, ...others] = teams
  if (only && others.length === 0) return <HiddenInput name="teamId" value={only.id} />
  return (
    <Radios
      name="teamId"
      label="Which team has the person in care?"
      items={teams.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}

/** The practice that somebody is registered with. */
export function PracticeField({
  practices,
  value,
}: {
  practices: readonly Practice[]
  value?: string | null
}) {
  return (
    <Select
      name="practiceId"
      label="Which practice is the person registered with?"
      value={value}
      options={[
        { value: '', label: 'Not known' },
        ...practices.map(({ id, name, code }) => ({ value: id, label: `${name} (${code})` })),
      ]}
    />
  )
}

/** Language and interpreter, which have to be known before anybody calls. */
export function LanguageFields() {
  return (
    <Fieldset legend="Language" labelSize="m" labelHeading={2}>
      <TextInput
        name="preferredLanguage"
        label="Preferred language"
        hint="Its English name, for example Polish or British Sign Language"
        width={20}
      />
      <Radios
        name="interpreterRequired"
        label="Is an interpreter required?"
        inline
        items={[
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
          { value: '', label: 'Not asked yet' },
        ]}
      />
    </Fieldset>
  )
}

/** The diagnosis that somebody comes with; recorded by clinicians alone. */
export function FirstDiagnosisFields() {
  return (
    <Fieldset legend="Diagnosis, if it is known" labelSize="m" labelHeading={2}>
      <TextInput
        name="diagnosisCode"
        label="ICD-10 code"
        hint="For example, C50.9 for breast or C61 for prostate"
        width={5}
        code
        spellCheck={false}
        autoComplete="off"
      />
      <Select
        name="laterality"
        label="Which side?"
        options={[
          { value: '', label: 'Not recorded' },
          ...LATERALITIES.codes.map((code) => ({ value: code, label: LATERALITIES.label(code) })),
        ]}
      />
      <DateInput name="diagnosedOn" label="Date of diagnosis" hint="For example, 15 3 2026" />
    </Fieldset>
  )
}
