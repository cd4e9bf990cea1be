import { describe, expect, it } from 'vitest'
import { browserSummary, clientAddress, isFromOwnPage, networkOf } from '@/lib/accounts/request-origin'

describe('the address of a request', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['6.6.6.6, 203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8::1', '2001:db8::1'],
    ['evil', null],
    ['', null],
    [null, null],
  ])('of %j is the nearest proxy’s word: %j', (header, expected) => {
    expect(clientAddress(header)).toBe(expected)
  })

  it.each([
    ['203.0.113.7', '203.0.113'],
    ['2001:db8:1:23ff::1', '2001:0db8:0001:23'],
    ['2001:DB8:1:2300:4:5:6:7', '2001:0db8:0001:23'],
    ['::1', '0000:0000:0000:00'],
    [null, 'unknown'],
  ])('%j is counted with its network', (address, expected) => {
    expect(networkOf(address)).toBe(expected)
  })
})

describe('a page of our own', () => {
  const from = (sent: Record<string, string>) => isFromOwnPage(new Headers(sent))

  it('is known by origin and host', () => {
    expect(from({ origin: 'https://care.example.org', host: 'care.example.org' })).toBe(true)
    expect(
      from({
        origin: 'https://care.example.org',
        host: 'inside:3000',
        'x-forwarded-host': 'care.example.org',
      }),
    ).toBe(true)
  })

  it.each<Record<string, string>>([
    { host: 'care.example.org' },
    { origin: 'null', host: 'care.example.org' },
    { origin: 'https://evil.example.org', host: 'care.example.org' },
    { origin: 'https://care.example.org.evil.example', host: 'care.example.org' },
    { origin: 'https://sub.care.example.org', host: 'care.example.org' },
    { origin: 'https://care.example.org' },
  ])('is not %j', (sent) => {
    expect(from(sent)).toBe(false)
  })
})

describe('a browser', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36 Edg/141.0',
      'Edge on Windows',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36',
      'Chrome on Windows',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Mobile Safari/604.1',
      'Safari on iPhone or iPad',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    ['curl/8', 'Another browser'],
    [null, null],
  ])('is said in a few words', (userAgent, expected) => {
    expect(browserSummary(userAgent)).toBe(expected)
  })
})
