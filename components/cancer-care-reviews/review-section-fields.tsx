import { Checkboxes } from '@/components/nhs/checkboxes'
import { Radios } from '@/components/nhs/radios'
import { TextInput } from '@/components/nhs/text-input'
import type { ReviewDraft } from '@/lib/cancer-care-reviews/review-draft'
import type { TemplateSection } from '@/lib/cancer-care-reviews/review-template'

type Props = { section: TemplateSection; draft: ReviewDraft }

/** One thing to talk about, in a row: what to ask, what to pick, and a line for what was said. */
export function ReviewSectionFields({ section, draft }: Props) {
  const { code, title } = section
  return (
    <div className="app-compact__row">
      <Choice section={section} draft={draft} />
      <TextInput
        name={`notes.${code}`}
        label={`Note on ${title.toLowerCase()}`}
        labelHidden
        prefix="Note"
        value={draft.notes[code]}
      />
    </div>
  )
}

/** Of one answer, the first is that nobody asked: what was picked by a slip can be taken back. */
function Choice({ section: { code, title, prompt, choose, items }, draft: { ticked } }: Props) {
  const choices = items.map((item) => ({ value: item.code, label: item.label }))
  const shared = { name: `ticked.${code}`, label: title, labelSize: 's', hint: prompt, small: true } as const
  if (choose === 'any') return <Checkboxes {...shared} inline values={ticked} items={choices} />
  const picked = items.find((item) => ticked.includes(item.code))
  return (
    <Radios
      {...shared}
      inline
      value={picked?.code ?? ''}
      items={[{ value: '', label: 'Not asked' }, ...choices]}
    />
  )
}
