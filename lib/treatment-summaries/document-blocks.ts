import type { Block as PrintedBlock, HeadingLevel } from '@/lib/documents/document'
import type { Block, DocumentSection, Fact } from './document-view'

/** The sections as blocks of a letter: a heading each, and what they say; what is urgent stands in a warning. */
export function sectionBlocks(sections: readonly DocumentSection[], level: HeadingLevel): PrintedBlock[] {
  return sections.flatMap(({ heading, isUrgent, blocks }): PrintedBlock[] => {
    const said = blocks.map(printedBlock)
    if (isUrgent)
      return [{ kind: 'callout', look: 'warning', heading: { level, words: heading }, blocks: said }]
    return [{ kind: 'heading', level, words: heading }, ...said]
  })
}

/** Facts with their labels as names. */
export function factsBlock(facts: readonly Fact[], more: { areNamesShort?: boolean } = {}): PrintedBlock {
  return { kind: 'facts', ...more, facts: facts.map(({ label, value }) => ({ name: label, words: value })) }
}

/** A heading with lines below it; nothing where there are no lines. */
export function listBlocks(level: HeadingLevel, heading: string, items: readonly string[]): PrintedBlock[] {
  if (items.length === 0) return []
  return [
    { kind: 'heading', level, words: heading },
    { kind: 'list', style: 'bulleted', items },
  ]
}

function printedBlock(block: Block): PrintedBlock {
  if (block.kind === 'facts') return factsBlock(block.facts)
  if (block.kind === 'paragraph') return { kind: 'paragraph', words: block.text }
  if (block.kind === 'list') return { kind: 'list', style: 'bulleted', items: block.items }
  const { caption, columns, rows } = block
  return {
    kind: 'table',
    caption,
    isCaptionHidden: true,
    columns: columnShares(columns, rows).map((share, place) => ({ heading: columns[place] ?? '', share })),
    rows,
    firstCellIsHeading: true,
  }
}

/** Characters that a line of a table has room for, and the longest text that is to stay on one line of its column. */
const LINE = 85
const SHORT = 20

/**
 * The width of each column in characters: dates and codes get what they need for one line; longer texts share the rest,
 * a text of four times the length getting twice the width.
 */
export function columnShares(columns: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const longest = columns.map((heading, place) =>
    Math.max(longestWord(heading), ...rows.map((cells) => cells[place]?.length ?? 0)),
  )
  const isShort = (length: number) => length <= SHORT
  const taken = longest.filter(isShort).reduce((total, length) => total + length + GAP, 0)
  // Many short columns leave the sentences a third all the same.
  const rest = Math.max(LINE - taken, LINE / 3)
  const roots = longest
    .filter((length) => !isShort(length))
    .reduce((total, length) => total + Math.sqrt(length), 0)
  return longest.map((length) => (isShort(length) ? length + GAP : (rest * Math.sqrt(length)) / roots))
}

/** Characters between two columns. */
const GAP = 3

/** A heading may stand on several lines. */
function longestWord(text: string): number {
  return Math.max(...text.split(' ').map((word) => word.length))
}
