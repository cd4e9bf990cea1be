import { beforeAll, describe, expect, it } from 'vitest'
import type { Block } from '@/lib/documents/document'
import { letterFirstBlocks } from '@/lib/treatment-summaries/letter-document'
import { letterView } from '@/lib/treatment-summaries/letter-view'
import { letterPdf, personPdf, unprintableIn } from '@/lib/treatment-summaries/summary-pdf'
import { textsOfBlock } from '@/lib/documents/document-texts'
import { CUT, linesOfPdf } from '../documents/golden-text'
import { essence, readBack, tagsOf } from '../documents/read-pdf'
import { SUMMARIES } from './eight-people'
import { goldenLines, PRINTED } from './golden-files'

const HALF_OF_A4 = (297 / 2) * (72 / 25.4)
const SIGNED_AT = new Date('2026-11-20T10:00:00Z')

type Read = Awaited<ReturnType<typeof readBack>>

describe.each(PRINTED)('the PDF of $file', ({ file, document, pdf }) => {
  let read: Read
  beforeAll(async () => {
    read = await readBack((await pdf()).bytes)
  })

  it('has the golden text as its tags, in the same order', () => {
    expect(joinedWhereCut(linesOfPdf(read.pages), goldenLines(file))).toEqual(goldenLines(file).map(essence))
  })

  it('says what it is, whose and in which language', () => {
    expect(read.isTagged).toBe(true)
    expect(read.info).toMatchObject({ Title: document.title, Language: 'en-GB' })
    for (const { beside } of read.pages)
      for (const identifier of document.identifiers) expect(essence(beside)).toContain(essence(identifier))
  })

  it('has one heading of the first level, skips none, and lists them all', () => {
    const levels = tagsOf(
      read.pages.flatMap(({ tags }) => tags),
      /^H\d$/,
    ).map(({ role }) => Number(role[1]))
    expect(levels.filter((level) => level === 1)).toEqual([1])
    levels.forEach((level, place) => expect(level).toBeLessThanOrEqual((levels[place - 1] ?? 0) + 1))
    expect(countOf(read.outline)).toBe(levels.length)
  })

  it('says of every heading of a table whether it is of the column or the row', () => {
    const tables = document.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
    const columns = tables.reduce((total, table) => total + table.columns.length, 0)
    const rows = tables.reduce((total, table) => total + table.rows.length, 0)
    expect(read.source.match(/\/Scope \/Column/g) ?? []).toHaveLength(columns)
    expect(read.source.match(/\/Scope \/Row/g) ?? []).toHaveLength(rows)
  })

  it('carries every font that it uses', () => {
    const fonts = read.source.match(/\/Type \/FontDescriptor/g) ?? []
    expect(fonts.length).toBeGreaterThan(0)
    expect(read.source.match(/\/FontFile[23]? /g)).toHaveLength(fonts.length)
  })
})

describe('the letter', () => {
  it.each(SUMMARIES)('of $story has what the practice needs on the first half page', async ({ signed }) => {
    const { pages } = await readBack((await letterPdf({ ...signed, signedAt: SIGNED_AT })).bytes)
    const first = letterFirstBlocks(letterView(signed))
    const wanted = essence(first.flatMap((block: Block) => textsOfBlock(block)).join(''))
    let said = ''
    let lowest = 0
    const written = pages[0]?.places ?? []
    for (const { text, below } of written) {
      if (said.endsWith(wanted)) break
      said += essence(text)
      lowest = Math.max(lowest, below)
    }
    expect(said).toContain(wanted)
    expect(lowest).toBeLessThan(HALF_OF_A4)
  })
})

describe('a copy', () => {
  const [breast] = SUMMARIES
  if (!breast) throw new Error('there is nobody')
  const version = { ...breast.signed, signedAt: SIGNED_AT }

  it('is the same byte for byte, of the same version', async () => {
    for (const make of [() => letterPdf(version), () => personPdf(version, 'large')]) {
      const [one, other] = [await make(), await make()]
      expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
    }
  })

  it('in large print has nothing below 16 points, and in ordinary print no text below 12', async () => {
    const large = await readBack((await personPdf(version, 'large')).bytes)
    const sizes = large.pages.flatMap(({ places }) => places.map(({ size }) => size))
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16)
    const ordinary = await readBack((await personPdf(version, 'ordinary')).bytes)
    expect(ordinary.pages[0]?.places.find(({ text }) => text.includes('Your diagnosis'))?.size).toBe(12)
  })

  it('has a file name that says what it is and nothing of whom', async () => {
    const files = [letterPdf(version), personPdf(version, 'ordinary'), personPdf(version, 'large')]
    expect((await Promise.all(files)).map(({ fileName }) => fileName)).toEqual([
      'treatment-summary-letter-version-1.pdf',
      'your-treatment-summary-version-1.pdf',
      'your-treatment-summary-version-1-large-print.pdf',
    ])
  })
})

describe('a name that no typeface has', () => {
  const [breast] = SUMMARIES
  if (!breast) throw new Error('there is nobody')
  const { person } = breast.signed.content
  const content = { ...breast.signed.content, person: { ...person, familyName: '𓀀mun' } }
  const version = { ...breast.signed, content, signedAt: SIGNED_AT }

  it('is told to whoever signs, and no other word is', () => {
    expect(unprintableIn(version)).toEqual(['𓀀mun'])
    for (const { signed } of SUMMARIES) expect(unprintableIn(signed)).toEqual([])
  })

  it('is shown as a sign that the PDF explains, and is still found as itself', async () => {
    const { pages, source } = await readBack((await personPdf(version, 'ordinary')).bytes)
    const said = pages.map(({ content: text }) => text).join('')
    expect(essence(said)).toContain(essence('Your treatment summary, Siân 𓀀mun'))
    expect(said).toContain('Where � stands')
    expect(source).toMatch(/Replacement/)
    const { pages: usual } = await readBack(
      (await personPdf({ ...breast.signed, signedAt: SIGNED_AT }, 'ordinary')).bytes,
    )
    expect(usual.map(({ content: text }) => text).join('')).not.toContain('�')
  })
})

/** The lines of a PDF without blanks, those put together again that a page's end has cut. */
function joinedWhereCut(lines: readonly string[], golden: readonly string[]): string[] {
  const whole: string[] = []
  for (const line of lines) {
    const last = whole.at(-1) ?? ''
    const isRest = line.startsWith(CUT) && last !== essence(golden[whole.length - 1] ?? '')
    if (isRest) whole[whole.length - 1] = last + essence(line.slice(CUT.length).replace(/^[•│ ]+/, ''))
    else whole.push(essence(line.replace(CUT, '')))
  }
  return whole
}

type Outline = Read['outline']

function countOf(outline: Outline): number {
  return (outline ?? []).reduce((total, { items }) => total + 1 + countOf(items as Outline), 0)
}
