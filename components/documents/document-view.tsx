import { Card } from '@/components/nhs/card'
import { WarningCallout } from '@/components/nhs/warning-callout'
import {
  type Block,
  type Callout,
  type HeadingLevel,
  type LetterDocument,
  type List,
  plainText,
} from '@/lib/documents/document'
import { DocumentFacts } from './document-facts'
import { DocumentTable } from './document-table'
import { TextOf } from './text-of'

type Props = {
  document: LetterDocument
  /** How far the headings go down, where the page has headings above the letter's. */
  headingsBelow?: 0 | 1
}

/**
 * The letter as a page: the same words in the same order as its PDF. The identifiers at the head of the PDF's pages are
 * left out, as the letter itself says whose it is.
 */
export function DocumentView({ document: { language, blocks }, headingsBelow = 0 }: Props) {
  return (
    <article className="app-document" lang={language}>
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
      return <DocumentTable {...block} />
    case 'facts':
      return <DocumentFacts {...block} />
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
