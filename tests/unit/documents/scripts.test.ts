import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, type Heading, plainText, type Words } from '@/lib/documents/document'
import { aLetter } from './letters'
import { essence, madeAndRead, MARGIN } from './read-pdf'

const names = {
  Welsh: 'Siân Llŷr',
  Yoruba: 'Adébáyọ̀ Ọlọ́run',
  Vietnamese: 'Nguyễn Thị Ánh',
  Polish: 'Łukasz Żółć',
  Greek: 'Ελένη Παπαδοπούλου',
  Ukrainian: 'Олександр Їжак',
  Arabic: 'فاطمة الزهراء',
  'Arabic with vowels': 'مُحَمَّد',
  'Arabic with ligatures': 'علاء سلامة بلال',
  Urdu: 'چوہدری ڈاکٹر',
  Hebrew: 'שרה לוי',
  Hindi: 'किरण श्रीनिवास',
  Bengali: 'রবীন্দ্রনাথ ঠাকুর',
  Gujarati: 'નરેન્દ્ર ક્ષિતિજ',
  Punjabi: 'ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ',
  Tamil: 'மீனாட்சி கோபால்',
  Thai: 'สมชาย น้ำทิพย์',
  Telugu: 'శ్రీనివాస్ క్షిత్',
  Kannada: 'ಕೃಷ್ಣಮೂರ್ತಿ ಲಕ್ಷ್ಮಿ',
  Malayalam: 'ശ്രീകുമാർ ലക്ഷ്മി',
  Sinhala: 'ශ්‍රී ලක්ෂ්මී පෙරේරා',
  Amharic: 'አበበ ኃይለ ሥላሴ',
  Armenian: 'Անահիտ Մկրտչյան',
  Georgian: 'ნინო ჭავჭავაძე',
  Khmer: 'សុខា ស្រីមុំ',
  Lao: 'ສົມໃຈ ພິມມະສອນ',
  Burmese: 'အောင်ကြီး မြသွင်',
  Tibetan: 'བསྟན་འཛིན་རྒྱ་མཚོ',
  Chinese: '王小明',
  Japanese: '髙橋 さくら',
  Korean: '김민준',
  emoji: '👩‍⚕️ 🙂 ❤️ 🇬🇧 ✓',
  signs: '≥ 20 mm² → ≤ 5 µg/L ½ ☐',
}

describe('a name', () => {
  it.each(Object.entries(names))('in %s is shown and found again', async (_, name) => {
    const { pages, missing } = await madeAndRead(
      aLetter(
        [
          { kind: 'heading', level: 1, words: name },
          { kind: 'paragraph', words: ['Dear Dr ', { strong: name }, ' (GP), 12 March'] },
          { kind: 'paragraph', words: name.normalize('NFD') },
        ],
        { title: name, identifiers: [name, 'NHS number 999 000 0018'] },
      ),
    )
    expect(missing).toEqual([])
    expect(essence(pages[0]?.content ?? '')).toBe(essence(`${name}Dear Dr ${name} (GP), 12 March${name}`))
    expect(essence(pages[0]?.beside ?? '')).toContain(essence(name))
  })

  it('that no typeface can show is marked, reported and still found', async () => {
    const { pages, missing, source } = await madeAndRead(
      aLetter([{ kind: 'paragraph', words: 'Amun 𓀀𓀁 and 𓀀' }]),
    )
    expect(missing).toEqual(['𓀀', '𓀁'])
    expect(essence(pages[0]?.content ?? '')).toBe('Amun𓀀𓀁and𓀀')
    expect(source).toMatch(/Replacement/)
  })
})

it('a letter in Latin script carries no other typeface', async () => {
  const { source } = await madeAndRead(aLetter([{ kind: 'paragraph', words: 'Łukasz Żółć, 5 µg/L' }]))
  expect(new Set(source.match(/[A-Z]{6}\+[\w-]+/g)?.map((name) => name.slice(7)))).toEqual(
    new Set(['NotoSans-Bold', 'NotoSans-Regular']),
  )
})

const word = fc.oneof(
  { weight: 4, arbitrary: fc.string({ minLength: 1, maxLength: 12 }) },
  { weight: 2, arbitrary: fc.constantFrom(...Object.values(names)) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-zA-Z]{80,120}$/) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('two\nlines', '\n', 'tab\there', 'non-breaking\u00a0space', '(', 'שרה', '12'),
  },
)
const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '))
const words: fc.Arbitrary<Words> = fc.oneof(
  text,
  fc.array(fc.oneof(text, fc.record({ strong: text })), { maxLength: 4 }),
)
/** Short enough for its row to stay whole: a row that is cut goes on cell by cell. */
const cell = fc.array(word, { maxLength: 2 }).map((inCell) => inCell.join(' '))
const level = fc.constantFrom(1 as const, 2 as const, 3 as const)
const heading: fc.Arbitrary<Heading> = fc.record({ kind: fc.constant('heading' as const), level, words })
const plainBlock: fc.Arbitrary<Block> = fc.oneof(
  heading,
  fc.record({ kind: fc.constant('paragraph' as const), words }),
  fc.record({
    kind: fc.constant('list' as const),
    style: fc.constantFrom('bulleted' as const, 'numbered' as const),
    items: fc.array(words, { maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ name: cell, words: cell }), { maxLength: 4 }),
  }),
  fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.record({
      kind: fc.constant('table' as const),
      caption: text,
      columns: fc.array(fc.record({ heading: cell }), { minLength: columns, maxLength: columns }),
      rows: fc.array(
        fc.array(
          fc.oneof(
            cell,
            fc.record({ strong: cell }).map((said) => [said]),
          ),
          { minLength: columns, maxLength: columns },
        ),
        { maxLength: 6 },
      ),
      firstCellIsHeading: fc.boolean(),
    }),
  ),
)
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 6, arbitrary: plainBlock },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('callout' as const),
      look: fc.constantFrom('note' as const, 'warning' as const),
      heading: fc.record({ level, words }),
      blocks: fc.array(plainBlock, { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('together' as const),
      blocks: fc.array(plainBlock, { maxLength: 3 }),
    }),
  },
)

function saidBy(said: Block): string {
  switch (said.kind) {
    case 'heading':
    case 'paragraph':
      return plainText(said.words)
    case 'list':
      return said.items
        .map((item, index) => `${said.style === 'numbered' ? `${index + 1}.` : '•'}${plainText(item)}`)
        .join('')
    case 'facts':
      return said.facts.map((fact) => fact.name + plainText(fact.words)).join('')
    case 'table':
      return [
        said.caption,
        ...said.columns.map((column) => column.heading),
        ...said.rows.flat().map(plainText),
      ].join('')
    case 'callout':
      return plainText(said.heading.words) + said.blocks.map(saidBy).join('')
    case 'together':
      return said.blocks.map(saidBy).join('')
  }
}

it('says all that the letter says, in its order and within the margins, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
      const { pages } = await madeAndRead(aLetter(blocks))
      expect(essence(pages.map(({ content }) => content).join(''))).toBe(essence(blocks.map(saidBy).join('')))
      for (const { rightmost, width } of pages) expect(rightmost).toBeLessThanOrEqual(width - MARGIN)
    }),
    { numRuns: 40, endOnFailure: true },
  )
})
