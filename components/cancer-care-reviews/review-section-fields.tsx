import { Checkboxes } from '@/components/nhs/checkboxes'
import { TextInput } from '@/components/nhs/text-input'
import type { ReviewDraft } from '@/lib/cancer-care-reviews/review-draft'
import type { TemplateSection } from '@/lib/cancer-care-reviews/review-template'

type Props = { section: TemplateSection; draft: ReviewDraft }

/** One thing to talk about: what to ask, what to tick, and a line for what was said. */
export function ReviewSectionFields({ section, draft }: Props) {
  const { code, title, prompt, items } = section
  return (
    <div className="mb-4 *:mb-2">
      <Checkboxes
        name={`ticked.${code}`}
        label={title}
        labelSize="s"
        hint={prompt}
        values={draft.ticked}
        small
        inline
        items={items.map((item) => ({ value: item.code, label: item.label }))}
      />
      <TextInput
        name={`notes.${code}`}
        label={`Note on ${title.toLowerCase()}`}
        labelHidden
        value={draft.notes[code]}
      />
    </div>
  )
}
