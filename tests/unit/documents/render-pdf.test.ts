import { beforeAll, describe, expect, it } from 'vitest'
import { renderPdf, renderPdfOf } from '@/lib/documents/render-pdf'
import { aLetter, CREATED_AT, treatmentSummary } from './letters'
import { essence, madeAndRead, MARGIN, readBack, type ReadPage, type Tag, tagsOf } from './read-pdf'

type Read = Awaited<ReturnType<typeof madeAndRead>>

describe('a letter of four pages', () => {
  let read: Read
  let tags: Tag[]
  beforeAll(async () => {
    read = await madeAndRead(treatmentSummary)
    tags = read.pages.flatMap((page) => page.tags)
  })

  it('says what it is, from whom and in which language', () => {
    expect(read.info).toMatchObject({
      Title: 'Treatment summary for Siân Evans',
      Subject: 'End of treatment',
      Author: 'Example Hospital',
      Language: 'en-GB',
      CreationDate: 'D:20261121100000Z',
    })
    expect(read.source).toContain('/DisplayDocTitle true')
    expect(read.source).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(read.isTagged).toBe(true)
  })

  it('is tagged with its headings in their order', () => {
    const headings = tagsOf(tags, /^H\d$/).map(({ role, text }) => `${role} ${text}`)
    expect(headings).toEqual([
      'H1 Treatment summary',
      'H2 What we ask of the practice',
      'H2 Diagnosis',
      'H2 Treatments',
      'H2 Possible consequences',
      'H3 Within a year',
      'H2 Whom to call',
    ])
    expect(new Set(tags.map(({ role }) => role))).toEqual(new Set(['Document']))
  })

  it('lists the headings for the reader', () => {
    expect(read.outline).toMatchObject([
      {
        title: 'Treatment summary',
        items: [
          { title: 'What we ask of the practice' },
          { title: 'Diagnosis' },
          { title: 'Treatments' },
          { title: 'Possible consequences', items: [{ title: 'Within a year' }] },
          { title: 'Whom to call' },
        ],
      },
    ])
  })

  it('numbers the items of a list apart from their words', () => {
    const [list] = tagsOf(tags, /^L$/).filter((tag) => tag.text.startsWith('1.'))
    expect(list?.children.map((item) => item.children.map(({ role, text }) => [role, text]))).toEqual([
      [
        ['Lbl', '1.'],
        ['LBody', 'Refer at once if there is a new lump, or swelling of the arm with pain.'],
      ],
      [
        ['Lbl', '2.'],
        ['LBody', 'Continue letrozole 2.5 mg once a day until 14 November 2031.'],
      ],
      [
        ['Lbl', '3.'],
        ['LBody', 'Code the diagnosis and the treatments below.'],
      ],
    ])
    expect(read.source).toMatch(/\/ListNumbering \/Decimal/)
  })

  it('names the columns and rows of a table', () => {
    const rows = tagsOf(tags, /^TR$/)
    expect(rows[0]?.children.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'TH Treatment',
      'TH From',
      'TH Until',
      'TH Outcome',
    ])
    expect(rows[1]?.children.map(({ role }) => role)).toEqual(['TH', 'TD', 'TD', 'TD'])
    expect(rows).toHaveLength(35)
    expect(read.source.match(/\/Scope \/Column/g)).toHaveLength(4)
    expect(read.source.match(/\/Scope \/Row/g)).toHaveLength(34)
  })

  it('says who the person is and which page it is on every page, for the eye only', () => {
    expect(read.pageCount).toBe(4)
    expect(read.pages).toHaveLength(4)
    read.pages.forEach(({ beside, content }, index) => {
      expect(beside).toContain('EVANS, Siân · Born 3 Feb 1961')
      expect(beside).toContain('NHS number 999 000 0018')
      expect(beside).toContain(`Page ${index + 1} of 4`)
      expect(content).not.toContain('Page ')
    })
  })

  it('repeats the head of a table on the pages that it goes on to, without reading it aloud again', () => {
    const goesOn = read.pages.filter(
      ({ content }, index) => index > 0 && /Treatment \d+: radio/.test(content),
    )
    expect(goesOn.length).toBeGreaterThan(0)
    for (const { beside, tags: onPage } of goesOn) {
      expect(essence(beside)).toContain(essence('Treatment From Until Outcome'))
      expect(tagsOf(onPage, /^TH$/).map(({ text }) => text)).not.toContain('Outcome')
    }
  })

  it('carries its fonts and asks for none of the reader', () => {
    expect(read.source.match(/\/Type \/FontDescriptor/g)).toHaveLength(
      read.source.match(/\/FontFile2/g)?.length ?? -1,
    )
    expect(read.source).not.toMatch(/\/Subtype \/Type1|Helvetica/)
    expect(read.source.match(/\/ToUnicode/g)).toHaveLength(
      read.source.match(/\/Subtype \/Type0/g)?.length ?? -1,
    )
  })

  it('is small', () => {
    expect(read.bytes.length).toBeLessThan(120_000)
    expect(read.missing).toEqual([])
  })
})

describe('pages', () => {
  const filler = Array.from({ length: 60 }, (_, index) => ({
    kind: 'paragraph' as const,
    words: `Line ${index}`,
  }))
  const pageOf = (pages: readonly ReadPage[], text: string) =>
    pages.findIndex(({ content }) => content.includes(text))

  it.each([28, 29, 30, 31, 32, 33, 34, 35, 36])(
    'keep a heading with what it is about, after %i lines',
    async (count) => {
      const { pages } = await madeAndRead(
        aLetter([
          ...filler.slice(0, count),
          { kind: 'heading', level: 2, words: 'Heading' },
          { kind: 'paragraph', words: 'What it is about' },
        ]),
      )
      expect(pageOf(pages, 'Heading')).toBe(pageOf(pages, 'What it is about'))
    },
  )

  it('keep together what belongs together, and let go of it only if no page can hold it', async () => {
    const belongs = ['First', 'Second', 'Third', 'Last'].map((words) => ({
      kind: 'paragraph' as const,
      words,
    }))
    for (const count of [29, 30, 31, 32, 33, 34]) {
      const { pages } = await madeAndRead(
        aLetter([...filler.slice(0, count), { kind: 'together', blocks: belongs }]),
      )
      expect(pageOf(pages, 'Last')).toBe(pageOf(pages, 'First'))
    }
    const tooMuch = await madeAndRead(aLetter([{ kind: 'together', blocks: [...filler, ...filler] }]))
    expect(essence(tooMuch.pages.map(({ content }) => content).join(''))).toBe(
      essence([...filler, ...filler].map(({ words }) => words).join('')),
    )
  })

  it('cut a row that no page can hold, and lose nothing of it', async () => {
    const long = 'A sentence of the letter. '.repeat(300)
    const { pages } = await madeAndRead(
      aLetter([
        {
          kind: 'table',
          caption: 'Long',
          columns: [{ heading: 'What' }, { heading: 'Why' }],
          rows: [['Because', long]],
          firstCellIsHeading: true,
        },
      ]),
    )
    expect(pages.length).toBeGreaterThan(1)
    expect(
      essence(
        pages
          .flatMap(({ tags }) => tagsOf(tags, /^TD$/))
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe(essence(long))
  })

  it('hold a word that is longer than a line within the margins', async () => {
    const word = 'W'.repeat(400)
    const { pages } = await madeAndRead(
      aLetter([{ kind: 'paragraph', words: word }], {
        identifiers: [`${word} Born 3 Feb 1961`, 'NHS number'],
      }),
    )
    const [page] = pages
    expect(essence(page?.content ?? '')).toBe(word)
    expect(essence(page?.beside ?? '')).toContain(word)
    expect(page?.rightmost).toBeLessThanOrEqual((page?.width ?? 0) - MARGIN)
  })

  it('are one, with the identifiers, if there is nothing to say', async () => {
    const { pages } = await madeAndRead(aLetter([]))
    expect(pages.map(({ beside }) => essence(beside))).toEqual([
      essence('EVANS, Siân · Born 3 Feb 1961 NHS number 999 000 0018 Page 1 of 1'),
    ])
  })

  it('are more in large print', async () => {
    const { pageCount } = await madeAndRead(treatmentSummary, { textSize: 18 })
    expect(pageCount).toBeGreaterThan(6)
  })
})

describe('the file', () => {
  it('is the same byte for byte for the same letter', async () => {
    const [one, other] = [
      await renderPdf(treatmentSummary, { createdAt: CREATED_AT }),
      await renderPdf(treatmentSummary, { createdAt: CREATED_AT }),
    ]
    expect(Buffer.compare(one.bytes, other.bytes)).toBe(0)
    const later = await renderPdf(treatmentSummary, { createdAt: new Date('2026-11-22T10:00:00Z') })
    expect(Buffer.compare(one.bytes, later.bytes)).not.toBe(0)
  })

  it('keeps a title with signs of XML as it is', async () => {
    const title = 'Smith & <Sons> "2" \u0001'
    const { info, source } = await madeAndRead(aLetter([], { title }))
    expect(info).toMatchObject({ Title: title })
    expect(source).toContain('Smith &amp; &lt;Sons&gt;')
  })
})

const MILLIMETRE = 72 / 25.4
/** The window of the envelope, as the post and GOV.UK Notify have it: from the left and upper edges. */
const WINDOW = { left: 24.6, right: 120, top: 39.5, bottom: 66.3 }

describe('the address', () => {
  const long = 'Flat 12, The Old Brewery and Malthouse, Upper Saint Bartholomew Street'
  const body = Array.from({ length: 60 }, () => ({ kind: 'paragraph' as const, words: 'We write to you.' }))

  it.each([
    ['of three lines', ['Anne Smith', '1 High Street', 'ZZ99 3VZ'], 12],
    ['of seven', ['Mr Sion Evans', long, 'Village', 'Town', 'County', 'Wales', 'ZZ99 3VZ'], 12],
    ['in large print', ['Anne Smith', '1 High Street', 'ZZ99 3VZ'], 18],
  ])('%s stands in the window, and nothing else does', async (_what, address, textSize) => {
    const { pages } = await madeAndRead(aLetter(body, { address }), { textSize })
    const inWindow = (pages[0]?.places ?? []).filter(
      ({ below }) => below > WINDOW.top * MILLIMETRE && below < WINDOW.bottom * MILLIMETRE,
    )
    expect(essence(inWindow.map(({ text }) => text).join(''))).toBe(essence(address.join('')))
    expect(essence(pages[0]?.content ?? '').startsWith(essence(address.join('')))).toBe(true)
    expect(pages[1]?.content).not.toContain('ZZ99')
  })

  it('is within the sides of the window', async () => {
    const { pages } = await madeAndRead(aLetter([], { address: ['Anne Smith', long, 'ZZ99 3VZ'] }))
    const of = (pages[0]?.places ?? []).filter(({ below }) => below > WINDOW.top * MILLIMETRE)
    const inside = of.filter(({ below }) => below < WINDOW.bottom * MILLIMETRE)
    expect(inside.length).toBeGreaterThan(3)
    for (const { left, end } of inside) {
      expect(left).toBeGreaterThanOrEqual(WINDOW.left * MILLIMETRE)
      expect(end).toBeLessThanOrEqual(WINDOW.right * MILLIMETRE)
    }
  })
})

describe('a letter for somebody who reads large print', () => {
  it('has nothing smaller than 16 points, beside one that is set as usual', async () => {
    const words = [{ kind: 'paragraph' as const, words: 'We write to you.' }]
    const { bytes } = await renderPdfOf(
      aLetter([]),
      [aLetter(words, { isLargePrint: true }), aLetter(words)],
      { createdAt: CREATED_AT, textSize: 12 },
    )
    const { pages } = await readBack(bytes)
    const smallest = pages.map(({ places }) => Math.min(...places.map(({ size }) => size)))
    expect(smallest[0]).toBeGreaterThanOrEqual(16)
    expect(smallest[1]).toBeLessThan(12)
  })
})
