import 'server-only'
import type { Facts, Table, Words } from '../document'
import { plainText } from '../document'
import { colours } from './pen'
import { rowSlabs } from './rows'
import { type Setting, type Slab, textSlabs } from './slabs'

/** A table: its caption, its head, which is repeated on every page that it reaches, and its rows. */
export function tableSlabs(setting: Setting, table: Table): Slab[] {
  const { pen, size, width } = setting
  const tag = pen.tag('Table', setting.parent)
  const caption = table.isCaptionHidden
    ? []
    : textSlabs(setting, [{ strong: table.caption }], { size, tag: pen.tag('Caption', tag) })
  const shares = table.columns.map(({ share = 1 }) => share)
  const all = shares.reduce((total, share) => total + share, 0)
  const widths = shares.map((share) => (share / all) * width)
  const headings = table.columns.map(({ heading }): Words => [{ strong: heading }])
  const row = pen.tag('TR', tag)
  const look = { gap: size, padding: size * 0.3 }
  const head = rowSlabs(
    setting,
    headings.map((words, index) => ({
      words,
      width: widths[index] ?? 0,
      tag: pen.tag('TH', row, { scope: 'Column' }),
    })),
    look,
  )
  const repeatedHead = rowSlabs(
    setting,
    headings.map((words, index) => ({ words, width: widths[index] ?? 0, tag: null })),
    look,
  )
  const repeated = repeatedHead.length === 1 ? ruled(setting, repeatedHead, 1.2)[0] : undefined
  const body = table.rows.flatMap((cells) => {
    const line = pen.tag('TR', tag)
    const laid = cells.map((words, index) => {
      const isHeading = table.firstCellIsHeading && index === 0
      return {
        words: isHeading ? [{ strong: plainText(words) }] : words,
        width: widths[index] ?? 0,
        tag: isHeading ? pen.tag('TH', line, { scope: 'Row' }) : pen.tag('TD', line),
      }
    })
    return ruled(setting, rowSlabs(setting, laid, look), 0.5)
  })
  return [
    ...[...caption, ...ruled(setting, head, 1.2)].map((slab) => ({ ...slab, keepWithNext: true })),
    ...body.map((slab) => ({ ...slab, repeated })),
  ]
}

/** What the names of facts have of the width. */
const NAME_SHARE = { usual: 0.32, short: 0.25 } as const

/** Facts by name, as a list whose labels are the names. */
export function factsSlabs(setting: Setting, { facts, areNamesShort }: Facts): Slab[] {
  const { pen, size, width } = setting
  const tag = pen.tag('L', setting.parent)
  const share = areNamesShort ? NAME_SHARE.short : NAME_SHARE.usual
  return facts.flatMap(({ name, words }) => {
    const item = pen.tag('LI', tag)
    const cells = [
      { words: [{ strong: name }], width: width * share, tag: pen.tag('Lbl', item) },
      { words, width: width * (1 - share), tag: pen.tag('LBody', item) },
    ]
    return rowSlabs(setting, cells, { gap: size, padding: size * 0.1 })
  })
}

/** With a line under the last slab. */
function ruled({ pen, x, width }: Setting, slabs: readonly Slab[], thickness: number): Slab[] {
  return slabs.map((slab, index) => {
    if (index < slabs.length - 1) return slab
    const draw = (top: number) => {
      slab.draw(top)
      pen.beside(() =>
        pen.rectangle({ x, top: top + slab.height - thickness, width, height: thickness }, colours.rule),
      )
    }
    return { ...slab, draw }
  })
}
