import 'server-only'
import type { Face } from './face'
import { type Glyph, sayTheirText, shape, type TextDirection } from './shape'

/** Shown for a character that no face has. */
const REPLACEMENT = '\ufffd'

type ShapedText = { glyphs: Glyph[]; advance: number; saysItsText: boolean }

type SubsetOfFile = {
  glyphs: number[]
  encode: () => Uint8Array
}

/**
 * A face as one PDF embeds it, in the form in which pdfkit takes a font. Text is shaped by HarfBuzz and not by fontkit,
 * which stops on Gurmukhi and misplaces marks of Bengali and Thai. A glyph that stands for two texts gets two numbers,
 * so that each is found and copied as what it says.
 */
export class EmbeddedFace {
  readonly key: string
  readonly postscriptName: string
  readonly unitsPerEm: number
  readonly ascent: number
  readonly descent: number
  readonly lineGap: number
  readonly capHeight: number
  readonly xHeight: number
  readonly italicAngle: number
  readonly bbox: Face['file']['bbox']
  readonly post = { isFixedPitch: false }
  readonly head = { macStyle: { italic: false } }
  readonly #face: Face
  readonly #shaped = new Map<string, ShapedText>()
  readonly #numbers = new Map<string, number>()
  readonly #numbered: Glyph[] = []

  constructor(
    face: Face,
    readonly isReplacement = false,
  ) {
    const { file } = face
    this.#face = face
    this.key = keyOf(face, isReplacement)
    this.postscriptName = isReplacement ? `${file.postscriptName}-Replacement` : file.postscriptName
    this.unitsPerEm = file.unitsPerEm
    this.ascent = file.ascent
    this.descent = file.descent
    this.lineGap = file.lineGap
    this.capHeight = file.capHeight
    this.xHeight = file.xHeight
    this.italicAngle = file.italicAngle
    this.bbox = file.bbox
  }

  /** Width in ems. */
  widthOf(text: string, direction: TextDirection): number {
    let advance = 0
    for (const part of this.#parts(text, direction)) advance += part.advance
    return advance / this.unitsPerEm
  }

  /** Whether the glyphs alone give the text back; if not, the text must be said beside them. */
  saysItsText(text: string, direction: TextDirection): boolean {
    return this.#parts(text, direction).every((part) => part.saysItsText)
  }

  /**
   * What pdfkit asks of a font when it writes text: word by word from left to right, and with the feature `rtlm` the
   * whole text from right to left. It changes the positions that it gets.
   */
  layout(text: string, features: readonly string[] = []) {
    const parts = this.#parts(text, features.includes('rtlm') ? 'rtl' : 'ltr')
    const glyphs = parts.flatMap((part) => part.glyphs)
    return {
      glyphs: glyphs.map((glyph) => ({
        id: this.#numberOf(glyph),
        advanceWidth: glyph.advance,
        codePoints: Array.from(glyph.text, (character) => character.codePointAt(0) ?? 0),
      })),
      positions: glyphs.map(({ advance, xOffset, yOffset }) => ({
        xAdvance: advance,
        yAdvance: 0,
        xOffset,
        yOffset,
      })),
      advanceWidth: sum(parts.map(({ advance }) => advance)),
    }
  }

  createSubset() {
    // The types leave out the list of glyphs, which is what lets one glyph be embedded under two numbers.
    const inFile = this.#face.file.createSubset() as unknown as SubsetOfFile
    const places = new Map<number, number>()
    return {
      includeGlyph: (number: number) => {
        const known = places.get(number)
        if (known !== undefined) return known
        const glyph = this.#numbered[number - 1]
        if (!glyph) return 0
        const place = inFile.glyphs.push(glyph.id) - 1
        places.set(number, place)
        return place
      },
      encode: () => inFile.encode(),
    }
  }

  getGlyph(id: number) {
    return this.#face.file.getGlyph(id)
  }

  get 'OS/2'() {
    return this.#face.file['OS/2']
  }

  /** Words and spaces apart, so that a word is shaped once however often it comes. */
  #parts(text: string, direction: TextDirection): ShapedText[] {
    if (direction === 'rtl' || this.isReplacement) return [this.#shapedOnce(text, direction)]
    const parts: ShapedText[] = []
    let start = 0
    for (let space = text.indexOf(' '); space >= 0; space = text.indexOf(' ', start)) {
      if (space > start) parts.push(this.#shapedOnce(text.slice(start, space), direction))
      parts.push(this.#shapedOnce(' ', direction))
      start = space + 1
    }
    if (start < text.length) parts.push(this.#shapedOnce(text.slice(start), direction))
    return parts
  }

  #shapedOnce(text: string, direction: TextDirection): ShapedText {
    const key = direction === 'ltr' ? text : `\u202b${text}`
    const known = this.#shaped.get(key)
    if (known) return known
    const glyphs = this.isReplacement
      ? shape(this.#face, REPLACEMENT, direction).map((glyph) => ({ ...glyph, text }))
      : shape(this.#face, text, direction)
    const shaped = {
      glyphs,
      advance: sum(glyphs.map(({ advance }) => advance)),
      saysItsText: sayTheirText(glyphs),
    }
    this.#shaped.set(key, shaped)
    return shaped
  }

  #numberOf(glyph: Glyph): number {
    const key = `${glyph.id} ${glyph.text}`
    const number = this.#numbers.get(key) ?? this.#numbered.push(glyph)
    this.#numbers.set(key, number)
    return number
  }
}

/** Tells the faces of one PDF apart. */
export function keyOf(face: Face, isReplacement = false): string {
  return isReplacement ? `${face.key}#replacement` : face.key
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
