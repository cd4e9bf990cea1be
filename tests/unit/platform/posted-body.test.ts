import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerToRefusedBody, LARGEST_POST_BYTES } from '@/lib/patients/import/oversized-upload'
import { refusalOfBody } from '@/lib/platform/posted-body'

const megabyte = 1024 * 1024
const refusal = (sent: Record<string, string>) => refusalOfBody(new Headers(sent), LARGEST_POST_BYTES)

describe('a posted body, by what its headers say', () => {
  it.each([
    ['nothing at all', {}, null],
    ['an empty one', { 'content-length': '0' }, null],
    ['a file of 20 MB in its form', { 'content-length': String(20 * megabyte + 2000) }, null],
    ['the largest', { 'content-length': String(21 * megabyte) }, null],
    ['one byte more', { 'content-length': String(21 * megabyte + 1) }, 'too_large'],
    ['200 MB', { 'content-length': String(200 * megabyte) }, 'too_large'],
    ['no number', { 'content-length': 'twenty' }, 'too_large'],
    ['more than a number holds', { 'content-length': '9'.repeat(400) }, 'too_large'],
    ['one in pieces of unknown length', { 'transfer-encoding': 'chunked' }, 'length_unknown'],
  ])('%s', (_case, sent, expected) => {
    expect(refusal(sent)).toBe(expected)
  })

  it('is refused from the limit on, whatever the limit', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (length, most) => {
        const answer = refusalOfBody(new Headers({ 'content-length': String(length) }), most)
        expect(answer === 'too_large').toBe(length > most)
      }),
    )
  })
})

describe('the answer to a body that is refused', () => {
  it('leads back to the import, which says why at the field', () => {
    expect(answerToRefusedBody('/patients/import', 'too_large')).toEqual({
      status: 303,
      location: '/patients/import?refused=too_large',
    })
  })

  it('is in words anywhere else, and where the length is not known', () => {
    expect(answerToRefusedBody('/patients/register', 'too_large')).toMatchObject({ status: 413 })
    for (const path of ['/patients/register', '/patients/import']) {
      const answer = answerToRefusedBody(path, 'length_unknown')
      expect(answer).toMatchObject({ status: 411, words: expect.stringContaining('Nothing was written') })
      expect(answer.location).toBeUndefined()
    }
  })
})
