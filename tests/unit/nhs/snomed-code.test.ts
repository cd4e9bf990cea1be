import { describe, expect, it } from 'vitest'
import { isSnomedCode } from '@/lib/nhs/snomed-code'

const CONCEPTS = ['720006006', '254837009', '399068003', '363406005', '73761001', '404684003', '138875005']

describe('a SNOMED CT code', () => {
  it.each([...CONCEPTS, '523221000000100'])('%s is one', (code) => {
    expect(isSnomedCode(code)).toBe(true)
  })

  it.each(CONCEPTS)('%s with a digit wrong, or two in the wrong order, is none', (code) => {
    for (let place = 0; place < code.length; place++) {
      for (let digit = 0; digit < 10; digit++) {
        const other = `${code.slice(0, place)}${digit}${code.slice(place + 1)}`
        if (other !== code) expect(isSnomedCode(other), other).toBe(false)
      }
      const swapped = `${code.slice(0, place)}${code[place + 1] ?? ''}${code[place]}${code.slice(place + 2)}`
      if (swapped !== code) expect(isSnomedCode(swapped), swapped).toBe(false)
    }
  })

  it.each([
    ['the code of a description', '680946014'],
    ['with a space', '720006006 '],
    ['with letters', '7200O6006'],
    ['too short', '10105'],
    ['too long', '1234567890123456100'],
    ['nothing', ''],
  ])('is not %s', (_what, code) => {
    expect(isSnomedCode(code)).toBe(false)
  })
})
