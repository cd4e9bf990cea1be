import { DateInput } from '@/components/nhs/date-input'
import { Radios } from '@/components/nhs/radios'
import { TextArea } from '@/components/nhs/text-area'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { diagnosedIn } from '@/lib/diagnoses/diagnosis'
import { treatmentName } from '@/lib/diagnoses/labels'
import type { DecisionPage } from '@/lib/follow-up/get-decision'
import { STREAM_LABELS } from '@/lib/follow-up/labels'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'
import { FOLLOW_UP_STREAMS } from '@/lib/follow-up/streams'

/** Which way, by which protocol, counted from when; or what the practice is told. */
export function StreamFields({ page }: { page: DecisionPage }) {
  const { protocols, practice, administrators } = page
  return (
    <>
      <Radios
        small
        name="stream"
        label="How is the person followed up?"
        items={FOLLOW_UP_STREAMS.map((stream) => ({
          value: stream,
          ...STREAM_LABELS[stream],
          conditional: stream === 'discharge_to_practice' ? <Letter practice={practice} /> : undefined,
        }))}
      />
      {protocols.length === 0 ? (
        <WarningCallout heading="No protocol is published for this cancer">
          <p>
            Only discharge to the practice can be recorded until your trust publishes one.{' '}
            {whoCan(administrators)}
          </p>
        </WarningCallout>
      ) : (
        <Radios
          small
          name="protocol"
          label="Which tests are due, and when?"
          hint="As your trust has published them. Not needed for discharge to the practice"
          value={protocols.length === 1 ? protocols[0]?.id : null}
          items={protocols.map(({ id, title, forWhom, anchor }) => ({
            value: id,
            label: title,
            hint: `${forWhom} Counted from: ${anchor.toLowerCase()}.`,
          }))}
        />
      )}
      <DateInput
        name="anchorOn"
        label="From which day are tests counted?"
        hint={`As the protocol says. On the record: ${daysOnRecord(page)}`}
      />
    </>
  )
}

/** `Diagnosed 2 Feb 2026; Surgery, 2 Mar 2026 to 5 Mar 2026`: protocols differ in which day they mean. */
function daysOnRecord({ diagnosis, treatments }: DecisionPage): string {
  const diagnosed = `Diagnosed ${formatPeriodForStaff(diagnosedIn(diagnosis))}`
  return [diagnosed, ...treatments.map((treatment) => treatmentName(treatment))].join('; ')
}

function whoCan(administrators: readonly string[]): string {
  return administrators.length === 0
    ? 'Your trust has no administrator yet.'
    : `Who can: ${administrators.join(', ')}.`
}

function Letter({ practice }: { practice: string | null }) {
  return (
    <TextArea
      name="letter"
      label={practice ? `Letter to ${practice}` : 'Letter to the practice'}
      hint="What was done, what to watch for, and how the person comes back. Kept on the record as written"
      rows={6}
    />
  )
}
