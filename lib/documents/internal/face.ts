import 'server-only'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import { Blob, Face as HarfBuzzFace, Font as HarfBuzzFont } from 'harfbuzzjs'
import type { Typeface, Weight } from './typefaces'

/** One weight of a typeface, opened: fontkit reads and subsets the file, HarfBuzz shapes text with it. */
export type Face = {
  /** Unlike that of any other face. */
  key: string
  file: Font
  shaper: HarfBuzzFont
  covers: (codePoint: number) => boolean
}

/** fontkit reads a heading even of a glyph without outline, and stops if that glyph is the last of the file. */
const ROOM_FOR_A_HEADING = Buffer.alloc(16)

const files = new Map<string, Face>()
const opened: Record<Weight, Map<Typeface, Face>> = { regular: new Map(), bold: new Map() }

/** The face, read from its file the first time it is asked for and kept. Some files serve both weights. */
export function openFace(typeface: Typeface, weight: Weight): Face {
  const known = opened[weight].get(typeface)
  if (known) return known
  const key = path.join(typeface.folder, typeface.files[weight])
  const face = files.get(key) ?? readFace(key)
  files.set(key, face)
  opened[weight].set(typeface, face)
  return face
}

function readFace(key: string): Face {
  const bytes = readFileSync(path.join(process.cwd(), 'node_modules', key))
  const file = create(Buffer.concat([bytes, ROOM_FOR_A_HEADING]))
  if (!('layout' in file)) throw new Error(`${key} holds several fonts, where one is needed.`)
  const covered = new Map<number, boolean>()
  return {
    key,
    file,
    shaper: new HarfBuzzFont(new HarfBuzzFace(new Blob(bytes))),
    covers: (codePoint) => {
      const answer = covered.get(codePoint) ?? file.hasGlyphForCodePoint(codePoint)
      covered.set(codePoint, answer)
      return answer
    },
  }
}
