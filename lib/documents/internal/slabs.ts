import 'server-only'
import type { Words } from '../document'
import type { Faces } from './faces'
import { colours, LINE_HEIGHT, type Pen, type Tag } from './pen'
import { layLines, type Line } from './text-lines'

/** A strip across the page that is never cut. */
export type Slab = {
  height: number
  keepWithNext: boolean
  draw: (top: number) => void
  /** White space between blocks: left out at the top of a page. */
  isSpace?: boolean
  /** Drawn above this slab where it begins a page: the head of its table. */
  repeated?: Slab
}

/** Where blocks are drawn and with what. Lengths in points. */
export type Setting = {
  pen: Pen
  faces: Faces
  x: number
  width: number
  /** Size of ordinary text. */
  size: number
  /** What a page can hold. */
  pageHeight: number
  parent: Tag
}

export type TextStyle = { size: number; tag: Tag; colour?: string }

export function space(height: number, keepWithNext = false): Slab {
  return { height, keepWithNext, isSpace: true, draw: () => undefined }
}

/** The words on lines of this width. */
export function linesOf({ faces }: Setting, words: Words, width: number, size: number): Line[] {
  return layLines(faces.piecesOf(words), width / size)
}

/** A slab for each line; no line of a block stands alone at the foot or head of a page. */
export function textSlabs(
  setting: Setting,
  words: Words,
  { size, tag, colour = colours.text }: TextStyle,
): Slab[] {
  const { pen, x, width } = setting
  const lines = linesOf(setting, words, width, size)
  return lines.map((line, index) => ({
    height: size * LINE_HEIGHT,
    keepWithNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    draw: (top) => pen.within(tag, () => pen.line(line, x, top, { size, colour })),
  }))
}

/** All on one page, if a page can hold them. */
export function together(slabs: readonly Slab[]): Slab[] {
  return slabs.map((slab, index) => (index < slabs.length - 1 ? { ...slab, keepWithNext: true } : slab))
}
