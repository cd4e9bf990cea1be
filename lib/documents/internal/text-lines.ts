import 'server-only'
import LineBreaker from 'linebreak'
import { BidiText, isPlainlyRightToLeft } from './bidi-text'
import type { EmbeddedFace } from './embedded-face'
import type { Piece } from './faces'
import type { TextDirection } from './shape'

/** Text of one face and direction on a line; `x` in ems from the start of the line. */
export type Segment = { text: string; face: EmbeddedFace; direction: TextDirection; x: number }

/** One line: its segments in the order in which they are read. */
export type Line = readonly Segment[]

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The pieces on lines no wider than `width` ems. A word that is wider than a line goes on over several. */
export function layLines(pieces: readonly Piece[], width: number): Line[] {
  return new Paragraph(pieces).lines(width)
}

type Chunk = { start: number; end: number; drawn: number; isRequired: boolean }
type Item = Omit<Segment, 'x'> & { start: number }

class Paragraph {
  readonly #text: string
  readonly #bidi: BidiText
  /** Where each piece ends, in the text of all. */
  readonly #pieces: readonly { end: number; face: EmbeddedFace }[]

  constructor(pieces: readonly Piece[]) {
    this.#text = pieces.map(({ text }) => text).join('')
    this.#bidi = new BidiText(this.#text)
    let end = 0
    this.#pieces = pieces.map(({ text, face }) => ({ face, end: (end += text.length) }))
  }

  lines(width: number): Line[] {
    const lines: Line[] = []
    let start = 0
    let end = 0
    let used = 0
    const finish = (next: number) => {
      lines.push(this.#line(start, end))
      start = end = next
      used = 0
    }
    for (const chunk of this.#chunks(width)) {
      if (used + chunk.drawn > width && end > start) finish(chunk.start)
      end = chunk.end
      used += chunk.drawn + this.#widthOf(this.#trimmed(chunk.start, end), end)
      if (chunk.isRequired) finish(chunk.end)
    }
    if (end > start || lines.length === 0) finish(end)
    return lines
  }

  /** What must stay together on a line: words with the space after them, and parts of words too long for a line. */
  *#chunks(width: number): Generator<Chunk> {
    const breaker = new LineBreaker(this.#text)
    let start = 0
    for (let next = breaker.nextBreak(); next; next = breaker.nextBreak()) {
      const { position: end } = next
      const isRequired = next.required && this.#text[end - 1] === '\n'
      const drawn = this.#drawnWidth(start, end)
      if (drawn <= width) yield { start, end, drawn, isRequired }
      else yield* this.#partsOf(start, end, isRequired)
      start = end
    }
  }

  *#partsOf(start: number, end: number, isRequired: boolean): Generator<Chunk> {
    for (const { index, segment } of graphemes.segment(this.#text.slice(start, end))) {
      const from = start + index
      const until = from + segment.length
      yield {
        start: from,
        end: until,
        drawn: this.#drawnWidth(from, until),
        isRequired: isRequired && until === end,
      }
    }
  }

  #drawnWidth(start: number, end: number): number {
    return this.#widthOf(start, this.#trimmed(start, end))
  }

  #trimmed(start: number, end: number): number {
    return start + this.#text.slice(start, end).trimEnd().length
  }

  #widthOf(start: number, end: number): number {
    return this.#items(start, end).reduce(
      (total, { face, text, direction }) => total + face.widthOf(text, direction),
      0,
    )
  }

  #items(start: number, end: number): Item[] {
    const items: Item[] = []
    let place = start
    for (const piece of this.#pieces) {
      while (place < Math.min(piece.end, end)) {
        const until = this.#bidi.endOfDirection(place, Math.min(piece.end, end))
        items.push(...this.#itemsOf(place, until, piece.face))
        place = until
      }
    }
    return items
  }

  /** Signs that stand between words from right to left do not tell their direction: each is drawn by itself, in turn. */
  #itemsOf(start: number, end: number, face: EmbeddedFace): Item[] {
    const text = this.#text.slice(start, end)
    const direction = this.#bidi.directionAt(start)
    if (direction === 'ltr' || isPlainlyRightToLeft(text)) return [{ start, text, face, direction }]
    return Array.from(graphemes.segment(text), ({ index, segment }) => ({
      start: start + index,
      text: segment,
      face,
      direction,
    }))
  }

  #line(start: number, end: number): Line {
    const isBroken = this.#text[end - 1] === '\n'
    const items = this.#items(start, isBroken ? end - 1 : end)
    const places = new Map<Item, number>()
    let x = 0
    for (const item of this.#bidi.inVisualOrder(items, start, end)) {
      places.set(item, x)
      x += item.face.widthOf(item.text, item.direction)
    }
    return items.map((item) => ({ ...item, x: places.get(item) ?? 0 }))
  }
}
