import { Checkboxes } from '@/components/nhs/checkboxes'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Select } from '@/components/nhs/select'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import type { AnySection } from '@/lib/treatment-summaries/draft-content'
import type { FieldDeclaration, RowDeclaration } from '@/lib/treatment-summaries/section-declaration'
import { sectionOf, type SectionName } from '@/lib/treatment-summaries/sections'

/** Empty rows offered below those that there are; save to get more. */
const ROWS_TO_ADD = 2

/** The fields of a section's form: each of its entries, its items, and room for more of them. */
export function SectionFields({ name, section }: { name: SectionName; section: AnySection }) {
  const { fields, rows } = sectionOf(name)
  return (
    <>
      {Object.entries(fields).map(([field, declared]) => (
        <DeclaredField
          key={field}
          name={`fields.${field}`}
          declared={declared}
          value={section.fields[field]?.value ?? null}
        />
      ))}
      {rows ? <ItemRows rows={rows} items={section.items} /> : null}
    </>
  )
}

function ItemRows({ rows, items }: { rows: RowDeclaration; items: AnySection['items'] }) {
  const shown = [...items, ...Array.from({ length: ROWS_TO_ADD }, () => null)]
  return shown.map((item, place) => (
    <fieldset className="nhsuk-fieldset mb-6" key={item?.id ?? `new ${place}`}>
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--m">
        {item ? `${rows.one} ${place + 1}` : `Another: ${rows.one.toLowerCase()} ${place + 1}`}
      </legend>
      <HiddenInput name={`items.${place}.id`} value={item?.id ?? ''} />
      {Object.entries(rows.fields).map(([field, declared]) => (
        <DeclaredField
          key={field}
          name={`items.${place}.${field}`}
          declared={declared}
          value={item?.values[field] ?? null}
        />
      ))}
      {item ? (
        <Checkboxes
          name={`items.${place}.leaveOut`}
          small
          items={[{ value: 'yes', label: `Leave this out (${item.values[rows.of] ?? rows.one})` }]}
        />
      ) : null}
    </fieldset>
  ))
}

type FieldProps = { name: string; declared: FieldDeclaration; value: string | null }

function DeclaredField({ name, declared: { label, kind, hint, options = [] }, value }: FieldProps) {
  const shown = { name, label, hint, value }
  if (kind === 'date') return <DateInput {...shown} />
  if (kind === 'text') return <TextArea {...shown} rows={3} />
  if (kind === 'snomed')
    return <TextInput {...shown} code width={20} inputMode="numeric" autoComplete="off" />
  if (kind === 'choice')
    return (
      <Select {...shown} value={value ?? ''} options={[{ value: '', label: 'Not chosen yet' }, ...options]} />
    )
  return <TextInput {...shown} autoComplete="off" />
}
