import 'server-only'
import type { Words } from '../document'
import { colours, LINE_HEIGHT, type Tag } from './pen'
import { linesOf, type Setting, type Slab } from './slabs'
import type { Line } from './text-lines'

export type Cell = { words: Words; width: number; /** None for what is only repeated. */ tag: Tag | null }

type LaidCell = { lines: Line[]; x: number; tag: Tag | null }

/** A row that is cut is cut into strips of so many lines. */
const LINES_OF_A_STRIP = 6

/** Cells side by side. A row that takes more than half a page is cut between its lines. */
export function rowSlabs(
  setting: Setting,
  cells: readonly Cell[],
  { gap, padding = 0 }: { gap: number; padding?: number },
): Slab[] {
  const lineHeight = setting.size * LINE_HEIGHT
  const laid = layCells(setting, cells, gap)
  const count = Math.max(1, ...laid.map(({ lines }) => lines.length))
  const whole = count * lineHeight + 2 * padding
  if (whole <= setting.pageHeight / 2) return [slabOf(setting, laid, { height: whole, padding })]
  return Array.from({ length: Math.ceil(count / LINES_OF_A_STRIP) }, (_, strip) => {
    const first = strip * LINES_OF_A_STRIP
    const end = Math.min(first + LINES_OF_A_STRIP, count)
    const cut = laid.map((cell) => ({ ...cell, lines: cell.lines.slice(first, end) }))
    return slabOf(setting, cut, { height: (end - first) * lineHeight, padding: 0 })
  })
}

function layCells(setting: Setting, cells: readonly Cell[], gap: number): LaidCell[] {
  let x = setting.x
  return cells.map(({ words, width, tag }) => {
    const laid = { lines: linesOf(setting, words, width - gap, setting.size), x, tag }
    x += width
    return laid
  })
}

function slabOf(
  { pen, size }: Setting,
  cells: readonly LaidCell[],
  { height, padding }: { height: number; padding: number },
): Slab {
  const draw = (top: number) => {
    for (const { lines, x, tag } of cells) {
      const drawLines = () =>
        lines.forEach((line, index) =>
          pen.line(line, x, top + padding + index * size * LINE_HEIGHT, { size, colour: colours.text }),
        )
      if (lines.length > 0 && tag) pen.within(tag, drawLines)
      else if (lines.length > 0) pen.beside(drawLines, 'Pagination')
    }
  }
  return { height, keepWithNext: false, draw }
}
