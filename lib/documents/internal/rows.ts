import 'server-only'
import type { Words } from '../document'
import { colours, LINE_HEIGHT, type Tag } from './pen'
import { linesOf, type Setting, type Slab } from './slabs'
import type { Line } from './text-lines'

export type Cell = { words: Words; width: number; /** None for what is only repeated. */ tag: Tag | null }

type LaidCell = { lines: Line[]; x: number; tag: Tag | null }

/** Cells side by side. A row that is too high for a page is cut between its lines. */
export function rowSlabs(
  setting: Setting,
  cells: readonly Cell[],
  { gap, padding = 0 }: { gap: number; padding?: number },
): Slab[] {
  const { size, pageHeight } = setting
  const laid = layCells(setting, cells, gap)
  const count = Math.max(1, ...laid.map(({ lines }) => lines.length))
  const whole = count * size * LINE_HEIGHT + 2 * padding
  if (whole <= pageHeight / 2) return [slabOf(setting, laid, { height: whole, padding })]
  return Array.from({ length: count }, (_, index) =>
    slabOf(
      setting,
      laid.map((cell) => ({ ...cell, lines: cell.lines.slice(index, index + 1) })),
      { height: size * LINE_HEIGHT, padding: 0 },
    ),
  )
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
