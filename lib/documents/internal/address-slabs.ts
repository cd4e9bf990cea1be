import 'server-only'
import { colours, LINE_HEIGHT } from './pen'
import { linesOf, type Setting, type Slab } from './slabs'

const MILLIMETRE = 72 / 25.4

/**
 * The window of a DL envelope on A4 folded twice, from the left and upper edges: where GOV.UK Notify looks for the address
 * of a letter made elsewhere, and where it wants nothing else ("Letter specification", notifications.service.gov.uk).
 */
const WINDOW = { left: 24.6, right: 120, top: 39.5, bottom: 66.3 } as const

/** Clear of the frame of the window, which the paper moves about in. */
const INSET = 0.4

/** In points: larger does not help the post, whatever the letter is set in. */
const LARGEST = 12

/** Below the window, before the letter begins. */
const GAP = 5

/**
 * The address in the window of the first page, and the space that keeps all else out of it; none without an address.
 *
 * @param top where the first page begins, in points from its upper edge
 */
export function addressSlabs(setting: Setting, address: readonly string[], top: number): Slab[] {
  if (address.length === 0) return []
  const x = (WINDOW.left + INSET) * MILLIMETRE
  const width = (WINDOW.right - INSET) * MILLIMETRE - x
  const height = (WINDOW.bottom - WINDOW.top - 2 * INSET) * MILLIMETRE
  const size = sizeThatFits(setting, address, width, height)
  const lines = address.flatMap((line) => linesOf(setting, line, width, size))
  const { pen } = setting
  const tag = pen.tag('P', setting.parent)
  const first = (WINDOW.top + INSET) * MILLIMETRE
  const draw = () =>
    pen.within(tag, () => {
      lines.forEach((line, index) =>
        pen.line(line, x, first + index * size * LINE_HEIGHT, { size, colour: colours.text }),
      )
    })
  return [{ height: (WINDOW.bottom + GAP) * MILLIMETRE - top, keepWithNext: false, draw }]
}

/** The largest in which every line, turned over where it is long, is within the window. */
function sizeThatFits(setting: Setting, address: readonly string[], width: number, height: number): number {
  for (let size = LARGEST; size > 1; size -= 0.5) {
    const count = address.reduce((sum, line) => sum + linesOf(setting, line, width, size).length, 0)
    if (count * size * LINE_HEIGHT <= height) return size
  }
  return 1
}
