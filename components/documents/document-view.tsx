import { Fragment } from 'react'
import { Card } from '@/components/nhs/card'
import { SummaryList } from '@/components/nhs/summary-list'
import { Table } from '@/components/nhs/table'
import { WarningCallout } from '@/components/nhs/warning-callout'
import {
  type Block,
  type Callout,
  type HeadingLevel,
  type LetterDocument,
  type List,
  plainText,
  stretchesOf,
  type Table as DocumentTable,
  type Words,
} from '@/lib/documents/document'

type Props = {
  document: LetterDocument
  /** How far the headings go down, where the page has headings above the letter's. */
  headingsBelow?: 0 | 1
}

/** The letter as a page: the same words in the same order as its PDF. */
export function DocumentView({ document: { language, identifiers, blocks }, headingsBelow = 0 }: Props) {
  return (
    <article className="app-document" lang={language}>
      <p className="nhsuk-body-s">
        <strong>{identifiers[0]}</strong> <span className="app-number">{identifiers[1]}</span>
      </p>
      <Blocks blocks={blocks} below={headingsBelow} />
    </article>
  )
}

type Depth = 0 | 1

function Blocks({ blocks, below }: { blocks: readonly Block[]; below: Depth }) {
  return blocks.map((block, index) => <OneBlock block={block} below={below} key={index} />)
}

function OneBlock({ block, below }: { block: Block; below: Depth }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = `h${block.level + below}` as `h${HeadingLevel | 4}`
      return (
        <Heading className={`nhsuk-heading-${HEADING_SIZE[block.level]} break-after-avoid`}>
          <TextOf words={block.words} />
        </Heading>
      )
    }
    case 'paragraph':
      return (
        <p className="app-preserve-lines">
          <TextOf words={block.words} />
        </p>
      )
    case 'list':
      return <ListView list={block} />
    case 'table':
      return <TableView table={block} />
    case 'facts':
      return (
        <SummaryList
          rows={block.facts.map(({ name, words }) => ({ label: name, value: <TextOf words={words} /> }))}
        />
      )
    case 'callout':
      return <CalloutView callout={block} below={below} />
    case 'together':
      return (
        <div className="break-inside-avoid">
          <Blocks blocks={block.blocks} below={below} />
        </div>
      )
  }
}

const HEADING_SIZE: Record<HeadingLevel, string> = { 1: 'l', 2: 'm', 3: 's' }

function ListView({ list: { style, items } }: { list: List }) {
  const rows = items.map((words, index) => (
    <li className="app-preserve-lines" key={index}>
      <TextOf words={words} />
    </li>
  ))
  return style === 'numbered' ? <ol>{rows}</ol> : <ul>{rows}</ul>
}

function TableView({ table: { caption, columns, rows, firstCellIsHeading } }: { table: DocumentTable }) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      columns={columns.map(({ heading }) => ({ label: heading }))}
      rows={rows.map((cells, index) => ({
        key: String(index),
        cells: cells.map((words, place) => <TextOf words={words} key={place} />),
      }))}
      firstCellIsHeader={firstCellIsHeading}
    />
  )
}

function CalloutView({ callout: { look, heading, blocks }, below }: { callout: Callout; below: Depth }) {
  const inside = <Blocks blocks={blocks} below={below} />
  const level = Math.max(2, heading.level + below) as 2 | 3 | 4
  return look === 'warning' ? (
    <WarningCallout heading={plainText(heading.words)} headingLevel={level}>
      {inside}
    </WarningCallout>
  ) : (
    <Card heading={<TextOf words={heading.words} />} headingLevel={level} headingSize="m">
      {inside}
    </Card>
  )
}

function TextOf({ words }: { words: Words }) {
  return stretchesOf(words).map(({ text, isStrong }, index) =>
    isStrong ? <strong key={index}>{text}</strong> : <Fragment key={index}>{text}</Fragment>,
  )
}
