import { expect, it } from 'vitest'
import { pdfResponse } from '@/lib/documents/pdf-response'

it('a PDF is sent as a file to keep that no cache keeps', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.7')
  const response = pdfResponse({ fileName: 'letter.pdf', bytes })
  expect(Object.fromEntries(response.headers)).toEqual({
    'content-type': 'application/pdf',
    'content-disposition': 'attachment; filename="letter.pdf"',
    'cache-control': 'no-store',
  })
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes)
})
