import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import { HELP_DETAIL_LIMIT, helpKinds } from '@/lib/care-plans/help-library'
import type { ConcernChoice, HelpEntryView } from '@/lib/care-plans/help-queries'
import { HELP_KIND_LABELS } from '@/lib/care-plans/labels'

type Props = { concerns: readonly ConcernChoice[]; entry?: HelpEntryView; concernCode?: string }

/** The words of an entry of the help library, and what it is for. */
export function HelpEntryFields({ concerns, entry, concernCode }: Props) {
  return (
    <>
      <Select
        name="concernCode"
        label="Which concern does it help with?"
        value={entry?.concernCode ?? concernCode}
        options={[{ value: '', label: 'Select' }, ...concernOptions(concerns)]}
      />
      <Radios
        name="kind"
        label="What kind of help is it?"
        value={entry?.kind}
        items={helpKinds.map((value) => ({ value, label: HELP_KIND_LABELS[value] }))}
      />
      <TextInput name="title" label="Title" value={entry?.title} />
      <TextArea
        name="detail"
        label="What the person is told"
        hint="Plain words, as printed in the care plan. Say who to call and when, if that is the help"
        rows={5}
        limit={HELP_DETAIL_LIMIT}
        value={entry?.detail}
      />
    </>
  )
}

/** Concerns as choices, each with its domain, in the order of the catalogue. */
export function concernOptions(concerns: readonly ConcernChoice[]): { value: string; label: string }[] {
  return concerns.map(({ code, label, domainLabel }) => ({ value: code, label: `${domainLabel}: ${label}` }))
}
