import 'server-only'
import { Buffer as ShapingBuffer, ClusterLevel, Direction, shape as shapeBuffer } from 'harfbuzzjs'
import type { Face } from './face'

export type TextDirection = 'ltr' | 'rtl'

/** One glyph, in units of the font. Glyphs come in the order in which they stand on the line, left to right. */
export type Glyph = {
  id: number
  /** The text this glyph stands for when the document is searched or copied. */
  text: string
  advance: number
  xOffset: number
  yOffset: number
}

/**
 * Stands for nothing: for a glyph whose text its neighbour already carries. Readers skip these marks, and as each has a
 * direction of its own, none takes it for the end of a word.
 */
const NO_TEXT = { ltr: '\u200e', rtl: '\u200f' } as const

const buffer = new ShapingBuffer()

/** Whether the glyphs alone give the text back; if not, the text must be said beside them. */
export function sayTheirText(glyphs: readonly Glyph[]): boolean {
  return glyphs.every(({ text }) => text !== NO_TEXT.ltr && text !== NO_TEXT.rtl)
}

/** The glyphs of text in one script and direction. */
export function shape(face: Face, text: string, direction: TextDirection): Glyph[] {
  buffer.reset()
  buffer.setClusterLevel(ClusterLevel.MONOTONE_CHARACTERS)
  buffer.addText(text)
  buffer.guessSegmentProperties()
  buffer.setDirection(direction === 'rtl' ? Direction.RTL : Direction.LTR)
  shapeBuffer(face.shaper, buffer)
  const positions = buffer.getGlyphPositions()
  const glyphs = buffer.getGlyphInfos().map(({ codepoint, cluster }, index) => {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[index] ?? {}
    return { id: codepoint, cluster, advance: xAdvance, xOffset, yOffset }
  })
  const texts = textOfGlyphs(
    glyphs.map(({ cluster }) => cluster),
    text,
    direction,
  )
  return glyphs.map(({ id, advance, xOffset, yOffset }, index) => ({
    id,
    text: texts[index] ?? '',
    advance,
    xOffset,
    yOffset,
  }))
}

/**
 * Shares out the text of each cluster among its glyphs, so that reading them in the direction of the text gives the
 * text back, whatever order the script draws them in.
 */
function textOfGlyphs(clusters: readonly number[], text: string, direction: TextDirection): string[] {
  const starts = [...new Set(clusters)].sort((one, other) => one - other)
  const ends = new Map(starts.map((start, index) => [start, starts[index + 1] ?? text.length]))
  const inReadingOrder = direction === 'rtl' ? clusters.toReversed() : clusters
  let place = 0
  const texts = inReadingOrder.map((cluster, index) => {
    place = inReadingOrder[index - 1] === cluster ? place + 1 : 0
    const characters = [...text.slice(cluster, ends.get(cluster))]
    const isLast = inReadingOrder[index + 1] !== cluster
    return (isLast ? characters.slice(place).join('') : characters[place]) || NO_TEXT[direction]
  })
  return direction === 'rtl' ? texts.reverse().map(reversed) : texts
}

/** Readers turn round the characters of a line from right to left, and with them those of one glyph. */
function reversed(text: string): string {
  return [...text].reverse().join('')
}
