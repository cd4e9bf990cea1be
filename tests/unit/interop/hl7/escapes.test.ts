import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characterSetNamed, decodeText, encodeText } from '@/lib/interop/hl7/character-set'
import { readDelimiters, USUAL_DELIMITERS, type Delimiters } from '@/lib/interop/hl7/delimiters'
import { escapeText, unescapeText } from '@/lib/interop/hl7/escapes'

const UTF_8 = { name: '', encoding: 'utf-8' }
const delimiterSets = fc
  .uniqueArray(fc.constantFrom(...'!"#$%&()*+,-./:;<=>?@[\\]^_`{|}~'), { minLength: 5, maxLength: 5 })
  .map(([field, component, repetition, escape, subcomponent]) => ({
    field: field!,
    component: component!,
    repetition: repetition!,
    escape: escape!,
    subcomponent: subcomponent!,
  }))

function separatorsIn(text: string, { field, component, repetition, subcomponent }: Delimiters): string[] {
  return [field, component, repetition, subcomponent, '\r', '\n', '\u000b', '\u001c'].filter((one) =>
    text.includes(one),
  )
}

describe('escapes', () => {
  it('of any text come back as the text, in any delimiters, and hide all of them', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom(...'|^~\\&\n\u000b\u001c.XFSTR'),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      ),
    })
    fc.assert(
      fc.property(
        text.filter((one) => !/[\r\0]/.test(one)),
        delimiterSets,
        (meant, delimiters) => {
          const notation = { delimiters, characterSet: UTF_8 }
          const written = escapeText(meant, notation)
          expect(unescapeText(written, notation)).toBe(meant)
          expect(separatorsIn(written, delimiters)).toEqual([])
        },
      ),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['C:\\temp\\new', 'C:\\temp\\new'],
    ['50\\', '50\\'],
    ['\\Zlocal\\', '\\Zlocal\\'],
    ['\\X0D0A\\', '\n'],
    ['\\XFF\\', '\ufffd'],
    ['a\\X00\\b', 'a\ufffdb'],
    ['\\.sp9999999999\\', '\n'.repeat(50)],
    ['\\E\\F\\E\\', '\\F\\'],
    ['<b>=1+1</b>', '<b>=1+1</b>'],
  ])('%j means %j', (sent, meant) => {
    expect(unescapeText(sent, { delimiters: USUAL_DELIMITERS, characterSet: UTF_8 })).toBe(meant)
  })
})

describe('delimiters', () => {
  it('are read as any message says them', () => {
    fc.assert(
      fc.property(delimiterSets, (delimiters) => {
        const { field, component, repetition, escape, subcomponent } = delimiters
        const header = `MSH${field}${component}${repetition}${escape}${subcomponent}${field}APP`
        expect(readDelimiters(header)).toEqual({ ok: true, value: delimiters })
      }),
    )
  })

  it.each([
    'MSH|^~\\&\\|A',
    'MSH|^~\\|A',
    'MSH|^^\\&|A',
    'MSH|A~\\&|A',
    'MSH',
    'MSH|',
    'MSH ^~\\& A',
    'MSH|^~\\\r|A',
  ])('cannot be used in %j', (header) => {
    expect(readDelimiters(header).ok).toBe(false)
  })
})

describe('a character set', () => {
  it.each(['8859/1', '8859/2', '8859/15', 'ISO 8859-9', 'ASCII', '', 'UNICODE UTF-8'])(
    '%j reads what it writes',
    (name) => {
      const set = characterSetNamed(name)
      if (!set.ok) throw new Error('not known')
      const letters = name === 'ASCII' ? 'Okafor' : 'Okafor é'
      expect(decodeText(encodeText(letters, set.value), set.value)).toEqual({ ok: true, value: letters })
    },
  )

  it.each(['UNICODE', '8859/12', 'ISO IR87', 'latin', '8859/0'])('%j is refused', (name) => {
    expect(characterSetNamed(name).ok).toBe(false)
  })

  it('never turns bytes that mean nothing into letters', () => {
    expect(decodeText(Uint8Array.of(0x4a, 0xe9), UTF_8).ok).toBe(false)
    expect(decodeText(Uint8Array.of(0xe9), { name: 'ASCII', encoding: 'ascii' }).ok).toBe(false)
  })

  it('writes a question mark for what it does not have', () => {
    expect(encodeText('陳é', { name: '8859/1', encoding: 'iso-8859-1' })).toEqual(Uint8Array.of(0x3f, 0xe9))
  })
})
