import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextInput } from '@/components/nhs/text-input'
import { INTERPRETERS_AT_CONTACT } from '@/lib/nhs/code-lists/interpreter'
import { PATHWAY_POINTS } from '@/lib/nhs/code-lists/pathway-point'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import type { DraftContent } from '@/lib/needs-assessments/draft-content'
import { codeOptions } from './code-options'
import { COMPLETER_LABELS, MODE_LABELS } from '@/lib/needs-assessments/labels'
import { STAFF_MODES } from '@/lib/needs-assessments/needs-assessment'
import { AssessmentCompleter } from '@/lib/platform/prisma-client/enums'

/** When, how, by whom and at which point of the pathway: what the national return asks of every assessment. */
export function HowItWasDone({ content }: { content: DraftContent }) {
  return (
    <section>
      <h2>How it was done</h2>
      <DateInput
        name="completedOn"
        label="When was it done?"
        hint="The true date, also where it was on paper"
        value={storedDate(content)}
      />
      <Radios
        name="mode"
        label="How?"
        value={content.mode}
        small
        items={STAFF_MODES.map((value) => ({ value, label: MODE_LABELS[value] }))}
      />
      <Radios
        name="completedBy"
        label="Who answered?"
        value={content.completedBy}
        small
        items={Object.values(AssessmentCompleter).map((value) => ({
          value,
          label: COMPLETER_LABELS[value],
          conditional: value === 'proxy' ? <Proxy content={content} /> : undefined,
        }))}
      />
      <Select
        name="interpreter"
        label="Was there an interpreter?"
        value={content.interpreter}
        options={codeOptions(INTERPRETERS_AT_CONTACT)}
      />
      <Select
        name="pathwayPoint"
        label="Point of the pathway"
        value={content.pathwayPoint}
        options={codeOptions(PATHWAY_POINTS)}
      />
      <Select
        name="staffRole"
        label="Your role"
        value={content.staffRole}
        options={codeOptions(STAFF_ROLES)}
      />
    </section>
  )
}

function Proxy({ content }: { content: DraftContent }) {
  return (
    <>
      <TextInput name="proxyName" label="Their name" value={content.proxyName} />
      <TextInput
        name="proxyRelationship"
        label="How are they related to the person?"
        value={content.proxyRelationship}
      />
    </>
  )
}

/** The three boxes as one date; a part that is missing stays blank. */
function storedDate({ completedOn: { day, month, year } }: DraftContent): string {
  return [year, month, day].join('-')
}
