import 'server-only'
import { stretchesOf, type Words } from '../document'
import { EmbeddedFace, keyOf } from './embedded-face'
import { type Face, openFace } from './face'
import { otherTypefaces, textTypeface, type Weight } from './typefaces'

/** Text in one face. */
export type Piece = { text: string; face: EmbeddedFace }

/** Characters that are drawn as nothing, or by their neighbours: joiners, direction marks, variation selectors. */
const UNDRAWN = /\p{Default_Ignorable_Code_Point}/u
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu
const ORDINARY = /^[\u0020-\u007e\n\u2013\u2018-\u201d\u2022\u00a0-\u00ff]*$/u
const LONE_SURROGATE = /\p{Surrogate}/gu

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The faces that one PDF uses, and the characters that none of them has. */
export class Faces {
  readonly #embedded = new Map<string, EmbeddedFace>()
  readonly missing = new Set<string>()

  /** The words cut into pieces of one face each, in their order. */
  piecesOf(words: Words): Piece[] {
    return stretchesOf(words).flatMap(({ text, isStrong }) =>
      this.#pieces(cleaned(text), isStrong ? 'bold' : 'regular'),
    )
  }

  #pieces(text: string, weight: Weight): Piece[] {
    if (text === '') return []
    if (ORDINARY.test(text)) return [{ text, face: this.#embed(openFace(textTypeface, weight)) }]
    const pieces: Piece[] = []
    for (const { segment } of graphemes.segment(text)) {
      const last = pieces.at(-1)
      const face = this.#faceFor(segment, weight)
      if (last?.face === face && !face.isReplacement) last.text += segment
      else pieces.push({ text: segment, face })
    }
    return pieces
  }

  #faceFor(grapheme: string, weight: Weight): EmbeddedFace {
    const drawn = Array.from(grapheme)
      .filter((character) => character !== '\n' && !UNDRAWN.test(character))
      .map((character) => character.codePointAt(0) ?? 0)
    const covers = (face: Face) => drawn.every((codePoint) => face.covers(codePoint))
    const own = openFace(textTypeface, weight)
    if (covers(own)) return this.#embed(own)
    const other = otherTypefaces
      .filter(({ writes }) => writes.test(grapheme))
      .map((typeface) => () => openFace(typeface, weight))
      .find((open) => covers(open()))
    if (other) return this.#embed(other())
    this.missing.add(grapheme)
    return this.#embed(own, true)
  }

  #embed(face: Face, isReplacement = false): EmbeddedFace {
    const key = keyOf(face, isReplacement)
    const embedded = this.#embedded.get(key) ?? new EmbeddedFace(face, isReplacement)
    this.#embedded.set(key, embedded)
    return embedded
  }
}

/** Composed, without control characters, which have no look; line breaks stay. */
function cleaned(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, (control) =>
      control === '\n' || control === '\u2028' || control === '\u2029' ? '\n' : ' ',
    )
    .replace(LONE_SURROGATE, '\ufffd')
    .normalize('NFC')
}
