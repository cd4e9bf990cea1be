import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DownloadLinks } from '@/components/documents/download-links'
import { UnprintableWarning } from '@/components/treatment-summaries/unprintable-warning'

describe('the warning before signing', () => {
  it('names each word that cannot be printed, and is not there where all can', () => {
    const html = renderToStaticMarkup(<UnprintableWarning words={['𓀀mun', 'ಕನ್ನಡ']} />)
    expect(html).toMatch(/<h2[^>]*>.*Some letters cannot be printed/)
    expect(html).toContain('<li>𓀀mun</li><li>ಕನ್ನಡ</li>')
    expect(renderToStaticMarkup(<UnprintableWarning words={[]} />)).toBe('')
  })
})

describe('the links to files', () => {
  const files = [{ href: '/letter/pdf', label: 'Download the letter as a PDF' }]

  it('are plain links that say what they lead to', () => {
    const html = renderToStaticMarkup(<DownloadLinks files={files} isIntact />)
    expect(html).toContain('<a href="/letter/pdf">Download the letter as a PDF</a>')
  })

  it('are not there for what may have been altered', () => {
    const html = renderToStaticMarkup(<DownloadLinks files={files} isIntact={false} />)
    expect(html).not.toContain('<a')
    expect(html).toContain('cannot be downloaded')
  })
})
