import { testWords } from './result-facts'
import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import { formatDateForBanner } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { PersonLike } from '@/lib/patients/people-like'
import { OUTCOME_LABELS } from '@/lib/results/labels'
import { REPORT_OUTCOMES } from '@/lib/results/result'
import type { UnmatchedPage } from '@/lib/results/unmatched-queries'

/** Whose it is and what it says, filled in as far as the message could be read. */
export function UnmatchedFields({
  page: { unmatched, candidates, examined, suggestedCode, tests },
}: {
  page: UnmatchedPage
}) {
  const { content } = unmatched
  const units = [...new Set(examined.flatMap((one) => one.units))]
  return (
    <>
      <Radios
        name="patientId"
        label="Whose is it?"
        items={candidates.map((person) => ({
          value: person.patientId,
          label: `${person.name}, ${formatNhsNumber(person.nhsNumber)}, born ${formatDateForBanner(person.bornOn)}`,
          hint: agreementWords(person),
        }))}
      />
      {candidates.every(({ agrees }) => Object.values(agrees).every(Boolean)) ? null : (
        <TextArea
          name="howKnown"
          label="How do you know that it is this person?"
          hint="Needed where the message says otherwise of the person than the record, or does not say"
          rows={2}
        />
      )}
      <Select
        name="examined"
        label="What was examined?"
        value={suggestedCode}
        options={[
          { value: '', label: 'Choose' },
          ...examined.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      {content.text === null ? (
        <>
          <TextInput name="value" label="Value" width={10} value={content.value} autoComplete="off" />
          <Select
            name="unit"
            label="Unit"
            value={units.includes(content.unit) ? content.unit : ''}
            options={[{ value: '', label: 'Choose' }, ...units.map((unit) => ({ value: unit, label: unit }))]}
          />
        </>
      ) : (
        <>
          <TextArea name="reportText" label="What the report says" rows={8} value={content.text} />
          <Radios
            name="outcome"
            label="What does it come to?"
            items={REPORT_OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))}
          />
        </>
      )}
      <DateInput name="sampledOn" label="When was the sample or examination?" value={content.sampledOn} />
      {tests.length === 0 ? null : (
        <Select
          name="answers"
          label="Which test does it answer?"
          hint="Leave it as it is where the date of the sample says it"
          options={[
            { value: 'by_date', label: 'The one that its date says' },
            ...tests.map((test) => ({ value: test.id, label: ownedTestWords(test, candidates) })),
            { value: 'none', label: 'None of these' },
          ]}
        />
      )}
    </>
  )
}

/** Where it could be of several people, whose test it is. */
function ownedTestWords(test: UnmatchedPage['tests'][number], candidates: readonly PersonLike[]): string {
  const [person, ...others] = candidates.filter(({ patientId }) => patientId === test.patientId)
  const whose = candidates.length > 1 && person && others.length === 0 ? ` of ${person.name}` : ''
  return `${testWords(test)}${whose}`
}

function agreementWords({ agrees }: PersonLike): string {
  const said: [boolean, string][] = [
    [agrees.nhsNumber, 'NHS number'],
    [agrees.bornOn, 'date of birth'],
    [agrees.name, 'family name'],
  ]
  const list = (same: boolean) => said.flatMap(([is, words]) => (is === same ? [words] : [])).join(', ')
  const differs = list(false)
  return `Same: ${list(true)}.${differs ? ` Different: ${differs}.` : ''}`
}
