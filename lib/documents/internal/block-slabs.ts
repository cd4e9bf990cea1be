import 'server-only'
import { type Block, type Callout, type Heading, type List, plainText } from '../document'
import { colours } from './pen'
import { linesOf, type Setting, type Slab, space, textSlabs, together } from './slabs'
import { factsSlabs, tableSlabs } from './table-slabs'

/** Size of headings and of the space round blocks, in ems of ordinary text. */
const HEADING_SIZE = { 1: 1.7, 2: 1.3, 3: 1.1 } as const
const SPACE = { beforeHeading: 1, afterHeading: 0.2, betweenBlocks: 0.55, betweenItems: 0.15 }

/** The blocks as slabs, with the space between them. */
export function blockSlabs(setting: Setting, blocks: readonly Block[]): Slab[] {
  return blocks.flatMap((block, index) => {
    const previous = blocks[index - 1]
    const slabs = slabsOf(setting, block)
    return previous ? [spaceBetween(setting, previous, block), ...slabs] : slabs
  })
}

function slabsOf(setting: Setting, block: Block): Slab[] {
  switch (block.kind) {
    case 'heading':
      return headingSlabs(setting, block)
    case 'paragraph':
      return textSlabs(setting, block.words, {
        size: setting.size,
        tag: setting.pen.tag('P', setting.parent),
      })
    case 'list':
      return listSlabs(setting, block)
    case 'table':
      return tableSlabs(setting, block)
    case 'facts':
      return factsSlabs(setting, block)
    case 'callout':
      return calloutSlabs(setting, block)
    case 'together':
      return together(blockSlabs(setting, block.blocks))
  }
}

function spaceBetween({ size }: Setting, previous: Block, block: Block): Slab {
  if (previous.kind === 'heading') return space(size * SPACE.afterHeading, true)
  return space(size * (block.kind === 'heading' ? SPACE.beforeHeading : SPACE.betweenBlocks))
}

function headingSlabs(setting: Setting, { level, words }: Pick<Heading, 'level' | 'words'>): Slab[] {
  const { pen, parent, size } = setting
  const title = plainText(words)
  const slabs = textSlabs(setting, [{ strong: title }], {
    size: size * HEADING_SIZE[level],
    tag: pen.tag(`H${level}`, parent),
  })
  return slabs.map((slab, index) => ({
    ...slab,
    keepWithNext: true,
    draw: (top) => {
      if (index === 0) pen.bookmark(level, title.replace(/\s+/g, ' '), top)
      slab.draw(top)
    },
  }))
}

function listSlabs(setting: Setting, { style, items }: List): Slab[] {
  const { pen, size, x, width } = setting
  const isNumbered = style === 'numbered'
  const tag = pen.tag('L', setting.parent, { numbering: isNumbered ? 'Decimal' : 'Disc' })
  const indent = size * (isNumbered ? 1.2 + 0.6 * String(items.length).length : 1.2)
  return items.flatMap((words, index) => {
    const item = pen.tag('LI', tag)
    const label = pen.tag('Lbl', item)
    const [mark = []] = linesOf(setting, isNumbered ? `${index + 1}.` : '•', indent, size)
    const inset = { ...setting, x: x + indent, width: width - indent }
    const lines = textSlabs(inset, words, { size, tag: pen.tag('LBody', item) })
    const marked = lines.map((slab, place) => ({
      ...slab,
      draw: (top: number) => {
        if (place === 0) pen.within(label, () => pen.line(mark, x, top, { size, colour: colours.text }))
        slab.draw(top)
      },
    }))
    return index === 0 ? marked : [space(size * SPACE.betweenItems), ...marked]
  })
}

/** Blocks beside a bar. The bar's parts overlap a little, or readers show a seam between them. */
function calloutSlabs(setting: Setting, { look, heading, blocks }: Callout): Slab[] {
  const { pen, parent, size, x, width } = setting
  const bar = size * 0.35
  const padding = { ...space(size * 0.4), isSpace: false }
  const inset = {
    ...setting,
    parent: pen.tag('Sect', parent),
    x: x + bar + size,
    width: width - bar - 2 * size,
  }
  const inside = [
    padding,
    ...headingSlabs(inset, heading),
    ...(blocks.length > 0 ? [space(size * SPACE.afterHeading)] : []),
    ...blockSlabs(inset, blocks),
    padding,
  ]
  return together(inside).map((slab) => ({
    ...slab,
    draw: (top) => {
      pen.beside(() => pen.rectangle({ x, top, width: bar, height: slab.height + 0.3 }, colours[look]))
      slab.draw(top)
    },
  }))
}
