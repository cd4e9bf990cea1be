import { plainText, type Block, type LetterDocument } from './document'

/** Every text of the document in the order in which it is read, without headings' levels or marks of lists. */
export function textsOf({ title, identifiers, address = [], blocks }: LetterDocument): string[] {
  return [title, ...identifiers, ...address, ...blocks.flatMap(textsOfBlock)]
}

/** The texts of one block, in their order. */
export function textsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [plainText(block.words)]
    case 'list':
      return block.items.map(plainText)
    case 'facts':
      return block.facts.flatMap(({ name, words }) => [name, plainText(words)])
    case 'table':
      return [
        ...(block.isCaptionHidden ? [] : [block.caption]),
        ...block.columns.map(({ heading }) => heading),
        ...block.rows.flat().map(plainText),
      ]
    case 'callout':
      return [plainText(block.heading.words), ...block.blocks.flatMap(textsOfBlock)]
    case 'together':
      return block.blocks.flatMap(textsOfBlock)
  }
}
