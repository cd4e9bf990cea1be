import 'server-only'
import type { Slab } from './slabs'

/** The space of a page that slabs fill, in points from its upper edge. */
export type Sheet = { top: number; bottom: number; open: () => void }

/**
 * Sets slabs one below the other, on as many pages as they need. Slabs that keep with the next go over to a new page
 * with it, unless together they are more than a page holds.
 */
export function setOnPages(slabs: readonly Slab[], { top, bottom, open }: Sheet) {
  let y = bottom
  let hasPage = false
  const turn = () => {
    open()
    y = top
    hasPage = true
  }
  const place = (slab: Slab) => {
    if (!hasPage) turn()
    else if (!slab.isSpace && y + slab.height > bottom) turn()
    if (y === top && slab.isSpace) return
    if (y === top && slab.repeated) {
      slab.repeated.draw(y)
      y += slab.repeated.height
    }
    slab.draw(y)
    y += slab.height
  }
  for (const chain of chainsOf(slabs)) {
    const height = chain.reduce((total, slab) => total + slab.height, 0)
    if (hasPage && y > top && y + height > bottom && height <= bottom - top) turn()
    chain.forEach(place)
  }
}

/** The slabs cut after each that does not keep with the next. */
function chainsOf(slabs: readonly Slab[]): Slab[][] {
  const chains: Slab[][] = []
  let isGoingOn = false
  for (const slab of slabs) {
    if (isGoingOn) chains.at(-1)?.push(slab)
    else chains.push([slab])
    isGoingOn = slab.keepWithNext
  }
  return chains
}
