import { Tag } from '@/components/nhs/tag'
import { readSection, type AnySection, type DraftContent } from '@/lib/treatment-summaries/draft-content'
import type { Missing } from '@/lib/treatment-summaries/missing'
import type { RowDeclaration } from '@/lib/treatment-summaries/section-declaration'
import { sectionOf, type SectionName } from '@/lib/treatment-summaries/sections'
import { valueInWords } from '@/lib/treatment-summaries/value-words'

type Props = {
  name: SectionName
  content: DraftContent
  missing: readonly Missing[]
  /** Of its form; null where nothing may be changed. */
  changeHref: string | null
}

/** A section of a draft: what it says, what the record knew, and what must still be filled. */
export function DraftSection({ name, content, missing, changeHref }: Props) {
  const { title, rows } = sectionOf(name)
  const section = readSection(content, name)
  const asked = missing.filter((each) => each.section === name)
  return (
    <section aria-labelledby={`section-${name}`} className="mb-6">
      <h2 id={`section-${name}`}>
        {title}
        {changeHref ? (
          <a className="ml-4 text-lg font-normal" href={changeHref}>
            Change<span className="nhsuk-u-visually-hidden"> {title.toLowerCase()}</span>
          </a>
        ) : null}
      </h2>
      {asked.length > 0 ? (
        <ul>
          {asked.map(({ words }) => (
            <li key={words}>
              <Tag colour="yellow">To fill</Tag> {words}
            </li>
          ))}
        </ul>
      ) : null}
      <Entries name={name} section={section} />
      {rows ? <Items rows={rows} items={section.items} /> : null}
    </section>
  )
}

function Entries({ name, section }: { name: SectionName; section: AnySection }) {
  const told = Object.entries(sectionOf(name).fields).flatMap(([field, declared]) => {
    const entry = section.fields[field]
    const words = entry && valueInWords(declared, entry.value)
    return words ? [{ label: declared.label, words, fromRecord: entry.fromRecord }] : []
  })
  if (told.length === 0) return null
  return (
    <dl className="mb-4">
      {told.map(({ label, words, fromRecord }) => (
        <div className="mb-1 md:flex md:gap-4" key={label}>
          <dt className="font-bold md:w-64 md:shrink-0">{label}</dt>
          <dd className="app-preserve-lines m-0">
            {words} {fromRecord ? <FromRecord /> : null}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Items({ rows, items }: { rows: RowDeclaration; items: AnySection['items'] }) {
  if (items.length === 0) return rows.missing ? null : <p>None.</p>
  return (
    <ul>
      {items.map((item) => (
        <li key={item.id}>
          <strong>{item.values[rows.of]}</strong> {item.fromRecord ? <FromRecord /> : null}
          <ItemWords rows={rows} values={item.values} />
          {item.source ? <span className="block text-base text-secondary">Source: {item.source}</span> : null}
        </li>
      ))}
    </ul>
  )
}

function ItemWords({
  rows,
  values,
}: {
  rows: RowDeclaration
  values: Readonly<Record<string, string | null>>
}) {
  return Object.entries(rows.fields).map(([field, declared]) => {
    const words = field === rows.of ? null : valueInWords(declared, values[field] ?? null)
    return words ? (
      <span className="app-preserve-lines block" key={field}>
        {declared.label}: {words}
      </span>
    ) : null
  })
}

function FromRecord() {
  return <Tag colour="grey">From the record</Tag>
}
