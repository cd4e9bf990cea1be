import type { FieldError } from '@/lib/platform/form-state'
import type { ReviewContent } from './review-content'
import type { ReviewDraft } from './review-draft'
import type { ReviewTemplate, TemplateSection } from './review-template'

/** What is wrong with what was ticked and noted, at the note of its section. */
export function sectionFaults({ ticked, notes }: ReviewDraft, { sections }: ReviewTemplate): FieldError[] {
  const items = sections.flatMap((section) => section.items.map((item) => ({ section, item })))
  const chosen = items.filter(({ item }) => ticked.includes(item.code))
  const isNoted = Object.values(notes).some((note) => note.trim() !== '')
  if (chosen.length === 0 && !isNoted)
    return [
      { field: `ticked.${sections[0]?.code}`, message: 'Select at least one thing that you talked about' },
    ]
  return chosen.flatMap(({ section, item }) => {
    const field = `notes.${section.code}`
    const [first] = chosen.filter((each) => each.section === section)
    const message =
      section.choose === 'one' && first && first.item !== item
        ? `${section.title}: select “${first.item.label}” or “${item.label}”, not both`
        : item.noteNeeded && (notes[section.code] ?? '').trim() === ''
          ? item.noteNeeded
          : null
    return message ? [{ field, message }] : []
  })
}

/** What was said, in the words of the template of today, to be read without it. */
export function contentOf({ ticked, notes, wishes }: ReviewDraft, template: ReviewTemplate): ReviewContent {
  const said = (section: TemplateSection) => ({
    code: section.code,
    title: section.title,
    ticked: section.items
      .filter(({ code }) => ticked.includes(code))
      .map(({ code, label }) => ({ code, label })),
    note: notes[section.code]?.trim() || null,
  })
  const { words, toldBy, toldOn } = wishes
  return {
    templateVersion: template.version,
    wishes: words.trim() !== '' && toldBy !== '' ? { words: words.trim(), toldBy, toldOn } : null,
    sections: template.sections
      .map(said)
      .filter(({ ticked: some, note }) => some.length > 0 || note !== null),
  }
}
