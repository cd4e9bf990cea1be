import { plainText, type Block, type LetterDocument, type Words } from '@/lib/documents/document'
import type { ReadPage, Tag } from './read-pdf'

/*
 * A document as lines that a person can read and compare. A heading begins with # for each level, and with [box] in a
 * callout; a list item with • or its number; a fact is `name │ words`; a row is `│ cell │ cell │`, where * marks a
 * heading of a column or row. A line break inside is a line that begins with four spaces.
 */

/** What a letter says, as it says it. */
export function goldenText({ blocks }: LetterDocument): string {
  return `${blocks.flatMap((block) => linesOf(block)).join('\n')}\n`
}

function linesOf(block: Block, isInBox = false): string[] {
  switch (block.kind) {
    case 'heading':
      return [headingLine(block.level, whole(block.words), isInBox)]
    case 'paragraph':
      return [whole(block.words)]
    case 'list':
      return block.items.map((item, index) => {
        const mark = block.style === 'numbered' ? `${index + 1}.` : '•'
        return `${mark} ${whole(item)}`
      })
    case 'facts':
      return block.facts.map(({ name, words }) => `${name} │ ${whole(words)}`)
    case 'table':
      return [
        ...(block.isCaptionHidden ? [] : [whole(block.caption)]),
        rowLine(block.columns.map(({ heading }) => `*${heading}`)),
        ...block.rows.map((cells) =>
          rowLine(cells.map((cell, index) => `${isHead(block, index) ? '*' : ''}${whole(cell)}`)),
        ),
      ]
    case 'callout': {
      const heading = headingLine(block.heading.level, whole(block.heading.words), true)
      return [heading, ...block.blocks.flatMap((inside) => linesOf(inside))]
    }
    case 'together':
      return block.blocks.flatMap((inside) => linesOf(inside))
  }
}

const isHead = ({ firstCellIsHeading }: Extract<Block, { kind: 'table' }>, index: number) =>
  firstCellIsHeading && index === 0

const whole = (words: Words) => plainText(words).replaceAll('\n', '\n    ')

const headingLine = (level: number, words: string, isInBox: boolean) =>
  `${'#'.repeat(level)} ${isInBox ? '[box] ' : ''}${words}`

const rowLine = (cells: readonly string[]) => `│ ${cells.join(' │ ')} │`

/**
 * The same lines, from the tags of a PDF alone. Where lines are broken on paper is not known, so only the text without
 * blanks is the same. A line that goes over to the next page comes as two: the second begins with the sign of `CUT`.
 */
export function linesOfPdf(pages: readonly ReadPage[]): string[] {
  return pages.flatMap(({ tags }, page) =>
    tags
      .flatMap((tag) => linesOfTag(tag, false))
      .map((line, index) => (page > 0 && index === 0 ? `${CUT}${line}` : line)),
  )
}

/** Before the first line of a page: it may be the rest of the line before. */
export const CUT = '⤷'

function linesOfTag(tag: Tag, isInBox: boolean): string[] {
  const { role, text, children } = tag
  if (/^H\d$/.test(role)) return [headingLine(Number(role.slice(1)), text, isInBox)]
  if (role === 'P' || role === 'Caption') return [text]
  if (role === 'LI') return [itemLine(children)]
  if (role === 'TR') return [rowLine(children.map((cell) => `${cell.role === 'TH' ? '*' : ''}${cell.text}`))]
  return children.flatMap((child) => linesOfTag(child, role === 'Sect'))
}

function itemLine(parts: readonly Tag[]): string {
  const label = parts.find(({ role }) => role === 'Lbl')?.text ?? ''
  const body = parts.find(({ role }) => role === 'LBody')?.text ?? ''
  return /^(?:•|\d+\.)$/.test(label) || !body ? `${label} ${body}` : `${label} │ ${body}`
}
