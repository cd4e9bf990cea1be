import 'server-only'
import bidiFactory, { type EmbeddingLevels } from 'bidi-js'
import type { TextDirection } from './shape'

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

const bidi = bidiFactory()

/** Whether readers can tell from the text itself that it runs from right to left. */
export function isPlainlyRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** Text with the direction of each of its characters, by the Unicode bidirectional algorithm. */
export class BidiText {
  readonly #levels: EmbeddingLevels | null

  constructor(readonly text: string) {
    this.#levels = isPlainlyRightToLeft(text) ? bidi.getEmbeddingLevels(text, 'auto') : null
  }

  directionAt(index: number): TextDirection {
    return (this.#levels?.levels[index] ?? 0) % 2 === 1 ? 'rtl' : 'ltr'
  }

  /** Where the direction next changes after this place; `end` if not before it. */
  endOfDirection(start: number, end: number): number {
    if (!this.#levels) return end
    const { levels } = this.#levels
    let place = start + 1
    while (place < end && levels[place] === levels[start]) place += 1
    return place
  }

  /** The items of one line, each beginning at its `start`, from left to right. */
  inVisualOrder<Item extends { start: number }>(items: readonly Item[], start: number, end: number): Item[] {
    if (!this.#levels || end <= start) return [...items]
    const places = new Map<number, number>()
    const order = bidi.getReorderedIndices(this.text, this.#levels, start, end - 1)
    order.forEach((index, place) => places.set(index, place))
    return items.toSorted((one, other) => (places.get(one.start) ?? 0) - (places.get(other.start) ?? 0))
  }
}
