import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FrameDecoder, framed, LARGEST_MESSAGE_BYTES, type Frame } from '@/lib/interop/hl7/frame-decoder'
import { bytesOf } from '@/tests/factories/hl7-messages'

const VT = '\u000b'
const FS = '\u001c'

/** The frames of a whole stream, however it is cut. */
function framesOf(
  stream: Uint8Array,
  cuts: readonly number[] = [],
  limit?: number,
): [Frame['kind'], string][] {
  const decoder = new FrameDecoder(limit)
  const places = [0, ...cuts.map((cut) => cut % (stream.length + 1)).toSorted((a, b) => a - b), stream.length]
  const frames = places.slice(1).flatMap((to, index) => decoder.push(stream.slice(places[index], to)))
  return [...frames, ...decoder.end()].map(({ kind, bytes }) => [kind, Buffer.from(bytes).toString('latin1')])
}

const stream = (text: string) => bytesOf(text, 'latin1')
const content = fc
  .string({
    unit: fc.constantFrom('M', 'S', 'H', '|', 'a', 'é', '\r', '\n', ' '),
    minLength: 1,
    maxLength: 30,
  })
  .filter((text) => text.trim() !== '')
const cuts = fc.array(fc.nat(5000), { maxLength: 12 })

describe('frames', () => {
  it('are the same wherever the stream is cut, with anything between them', () => {
    const between = fc.string({ unit: fc.constantFrom('x', '\r', '\n', ' ', '|'), maxLength: 6 })
    const pieces = fc.array(fc.record({ message: content, between, hasReturn: fc.boolean() }), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(pieces, cuts, (parts, places) => {
        const text = parts.map(
          ({ message, between: after, hasReturn }) => VT + message + FS + (hasReturn ? '\r' : '') + after,
        )
        const expected = parts.map(({ message }) => ['message', message])
        expect(framesOf(stream(text.join('')), places)).toEqual(expected)
      }),
      { numRuns: 2000 },
    )
  })

  it('are the same wherever any stream at all is cut', () => {
    const bytes = fc.array(
      fc.constantFrom(0x0b, 0x1c, 0x0d, 0x4d, 0x53, 0x48, 0x7c, 0x20, 0xef, 0xbb, 0xbf, 0x00),
      {
        maxLength: 120,
      },
    )
    fc.assert(
      fc.property(bytes, cuts, fc.integer({ min: 1, max: 20 }), (all, places, limit) => {
        const whole = Uint8Array.from(all)
        expect(framesOf(whole, places, limit)).toEqual(framesOf(whole, [], limit))
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['an empty one', `${VT}${FS}\r${VT} \r${FS}\r`, []],
    ['none', 'GET / HTTP/1.1\r\n\r\n', []],
    ['one in another', `${VT}${VT}MSH|a${FS}\r${FS}\r`, [['message', 'MSH|a']]],
    [
      'no start',
      `MSH|a\r${FS}\r${VT}MSH|b${FS}\r`,
      [
        ['unframed', 'MSH|a\r'],
        ['message', 'MSH|b'],
      ],
    ],
    [
      'no start, after a mark',
      `\r\n\u00ef\u00bb\u00bfMSH|a${FS}`,
      [['unframed', '\r\n\u00ef\u00bb\u00bfMSH|a']],
    ],
    [
      'no end, and another after it',
      `${VT}MSH|a${VT}MSH|b${FS}\r`,
      [
        ['unfinished', 'MSH|a'],
        ['message', 'MSH|b'],
      ],
    ],
    ['no end at all', `${VT}MSH|a`, [['unfinished', 'MSH|a']]],
    ['neither start nor end', 'MSH|a\r', [['unframed', 'MSH|a\r']]],
  ])('with %s', (_what, text, expected) => {
    expect(framesOf(stream(text))).toEqual(expected)
  })

  it('larger than 1 MB are named as soon as they are, and passed over without being held', () => {
    const decoder = new FrameDecoder()
    const chunk = new Uint8Array(64 * 1024).fill(0x41)
    const head = decoder.push(stream(`${VT}MSH|`))
    const frames = Array.from({ length: 400 }, () => decoder.push(chunk)).flat()
    expect(head).toEqual([])
    expect(frames.map(({ kind }) => kind)).toEqual(['too_large'])
    expect(frames[0]?.bytes.length).toBe(64 * 1024)
    expect(decoder.push(stream(`${FS}\r${VT}MSH|next${FS}\r`)).map(({ kind }) => kind)).toEqual(['message'])
  })

  it('of 1 MB to the byte are taken', () => {
    const largest = new Uint8Array(LARGEST_MESSAGE_BYTES).fill(0x41)
    expect(new FrameDecoder().push(framed(largest)).map(({ kind, bytes }) => [kind, bytes.length])).toEqual([
      ['message', LARGEST_MESSAGE_BYTES],
    ])
    const tooLarge = new Uint8Array(LARGEST_MESSAGE_BYTES + 1).fill(0x41)
    expect(new FrameDecoder().push(framed(tooLarge)).map(({ kind }) => kind)).toEqual(['too_large'])
  })

  it('know when a message has begun and not ended', () => {
    const decoder = new FrameDecoder()
    decoder.push(stream('noise'))
    expect(decoder.isMidMessage).toBe(false)
    decoder.push(stream(`${VT}MSH`))
    expect(decoder.isMidMessage).toBe(true)
    decoder.push(stream(FS))
    expect(decoder.isMidMessage).toBe(false)
  })
})
