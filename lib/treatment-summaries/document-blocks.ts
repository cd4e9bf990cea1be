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
export function factsBlock(facts: readonly Fact[]): PrintedBlock {
  return { kind: 'facts', facts: facts.map(({ label, value }) => ({ name: label, words: value })) }
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
    columns: columns.map((heading, place) => ({ heading, share: shareOf(heading, rows, place) })),
    rows,
    firstCellIsHeading: true,
  }
}

/** Bounds of a column's share: the longest words get no more than four times the room of the shortest. */
const SHARE = { least: 10, most: 40 }

/** A column gets room by its longest cell, so that dates stay on one line and sentences do not stand in a gutter. */
function shareOf(heading: string, rows: readonly (readonly string[])[], place: number): number {
  const longest = Math.max(heading.length, ...rows.map((cells) => cells[place]?.length ?? 0))
  return Math.min(SHARE.most, Math.max(SHARE.least, longest))
}
