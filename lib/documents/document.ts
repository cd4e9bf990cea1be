/**
 * A letter or summary, as what it says and not as how it is drawn: the page and the PDF are both made from it.
 * Text may hold line breaks; they are kept.
 */
export type LetterDocument = {
  title: string
  /** BCP 47, for example `en-GB`. */
  language: string
  subject: string
  /** Who the letter is from. */
  organisation: string
  /**
   * Two identifiers of the person, said on every page, so that a page that goes astray is never put with another
   * person's papers.
   */
  identifiers: readonly [string, string]
  /** Whom it is sent to by post: set where the window of the envelope is. Pages leave it out. */
  address?: readonly string[]
  /** For somebody who reads large print: their copy is never set smaller than that, whatever the others are set in. */
  isLargePrint?: boolean
  blocks: readonly Block[]
}

export type HeadingLevel = 1 | 2 | 3

/** Plain text, or plain and strong text in turn. */
export type Words = string | readonly (string | { strong: string })[]

export type Heading = { kind: 'heading'; level: HeadingLevel; words: Words }
export type Paragraph = { kind: 'paragraph'; words: Words }
export type List = { kind: 'list'; style: 'bulleted' | 'numbered'; items: readonly Words[] }

/** Every row has as many cells as there are columns. */
export type Table = {
  kind: 'table'
  caption: string
  /** The heading above says what the table is of: the caption is for readers aloud of the page. */
  isCaptionHidden?: boolean
  columns: readonly {
    heading: string
    /** Share of the width beside the others; 1 if not said. */ share?: number
  }[]
  rows: readonly (readonly Words[])[]
  /** The first cell of each row says what the row is about. */
  firstCellIsHeading: boolean
}

/** Facts by name. */
export type Facts = {
  kind: 'facts'
  facts: readonly { name: string; words: Words }[]
  /** Of one or two words: they get less of the width. */
  areNamesShort?: boolean
}

/** A box. A warning is something to know before acting. */
export type Callout = {
  kind: 'callout'
  look: 'note' | 'warning'
  heading: { level: HeadingLevel; words: Words }
  blocks: readonly Block[]
}

/** Blocks that stay on one page as long as a page can hold them. */
export type Together = { kind: 'together'; blocks: readonly Block[] }

export type Block = Heading | Paragraph | List | Table | Facts | Callout | Together

/** The stretches of text in their order, each plain or strong. */
export function stretchesOf(words: Words): { text: string; isStrong: boolean }[] {
  if (typeof words === 'string') return [{ text: words, isStrong: false }]
  return words.map((stretch) =>
    typeof stretch === 'string'
      ? { text: stretch, isStrong: false }
      : { text: stretch.strong, isStrong: true },
  )
}

/** What the words say, without their weight. */
export function plainText(words: Words): string {
  return stretchesOf(words)
    .map(({ text }) => text)
    .join('')
}
