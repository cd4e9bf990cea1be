import { describe, expect, it } from 'vitest'
import { statedLanguage } from '@/lib/nhs/code-lists/stated-language'

const language = (code: string, text = '', system = '') => statedLanguage({ code, text, system })

describe('the language that another system states', () => {
  it.each([
    ['EN', 'en'],
    ['eng', 'en'],
    ['fre', 'fr'],
    ['fra', 'fr'],
    ['chi', 'zh'],
    ['yue', 'yue'],
    ['bfi', 'BSL'],
    ['q4', 'BSL'],
  ])('%s is %s', (code, kept) => {
    expect(language(code)).toBe(kept)
  })

  it.each(['und', 'mul', 'mis', 'zxx', 'sgn', 'q1', 'q2', 'q3', 'q5', '99', 'ELVISH', ''])(
    '%s is not clear',
    (code) => {
      expect(language(code)).toBeNull()
    },
  )

  it('is not clear by a code of another list, or beside words for another language', () => {
    expect(language('pl', 'Polish', 'ISO639')).toBe('pl')
    expect(language('pl', 'Polski, mother tongue', 'HL70296')).toBe('pl')
    expect(language('pl', '', 'LOCAL')).toBeNull()
    expect(language('ch', 'Chinese')).toBeNull()
    expect(language('', 'Welsh')).toBe('cy')
  })

  it('of three letters is the one that a record keeps, where there is one of two', () => {
    for (const code of ['eng', 'pol', 'urd', 'cym', 'som', 'pan', 'guj', 'ben', 'tam', 'tur', 'ukr', 'vie'])
      expect(language(code)).toBe(Intl.getCanonicalLocales(code)[0])
    for (const code of ['deu', 'nld', 'ces', 'hin', 'nep', 'swa', 'amh', 'yor', 'tgl', 'pus', 'kat', 'msa'])
      expect([code, language(code)]).toEqual([code, { tgl: 'tl' }[code] ?? Intl.getCanonicalLocales(code)[0]])
  })
})
