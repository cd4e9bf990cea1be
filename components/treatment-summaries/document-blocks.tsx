import type { Block, DocumentSection, Fact } from '@/lib/treatment-summaries/document-view'

/** The sections of a signed summary, drawn as they stand in its view. */
export function DocumentSections({ sections }: { sections: readonly DocumentSection[] }) {
  return sections.map((section) => (
    <section className="mb-4" key={section.heading}>
      <h3>{section.heading}</h3>
      {section.blocks.map((block, index) => (
        <DocumentBlock block={block} key={index} />
      ))}
    </section>
  ))
}

/** Labels and what they say, two columns where there is room. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="mb-4">
      {facts.map(({ label, value }) => (
        <div className="mb-1 break-inside-avoid md:flex md:gap-4 print:flex print:gap-4" key={label}>
          <dt className="font-bold md:w-64 md:shrink-0 print:w-56 print:shrink-0">{label}</dt>
          <dd className="app-preserve-lines m-0">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function DocumentBlock({ block }: { block: Block }) {
  if (block.kind === 'facts') return <FactList facts={block.facts} />
  if (block.kind === 'paragraph') return <p className="app-preserve-lines">{block.text}</p>
  if (block.kind === 'table') return <DocumentTable {...block} />
  return (
    <ul>
      {block.items.map((item, index) => (
        <li className="break-inside-avoid" key={`${index} ${item}`}>
          {item}
        </li>
      ))}
    </ul>
  )
}

function DocumentTable({ caption, columns, rows }: Extract<Block, { kind: 'table' }>) {
  return (
    <table className="app-list">
      <caption className="nhsuk-u-visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([first, ...cells], index) => (
          <tr key={`${index} ${first}`}>
            <th className="app-preserve-lines" scope="row">
              {first}
            </th>
            {cells.map((cell, place) => (
              <td className="app-preserve-lines" data-label={columns[place + 1]} key={columns[place + 1]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
