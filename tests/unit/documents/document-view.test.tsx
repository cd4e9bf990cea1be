import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { DocumentView } from '@/components/documents/document-view'
import { aLetter, treatmentSummary } from './letters'
import { essence, madeAndRead } from './read-pdf'

const html = renderToStaticMarkup(<DocumentView document={treatmentSummary} />)

describe('a letter as a page', () => {
  it('has the headings of the letter in their order', () => {
    const headings = Array.from(html.matchAll(/<h(\d)[^>]*>(.*?)<\/h\d>/g), ([, level, words]) => [
      level,
      said(words),
    ])
    expect(headings).toEqual([
      ['1', 'Treatment summary'],
      ['2', 'Important: What we ask of the practice'],
      ['2', 'Diagnosis'],
      ['2', 'Treatments'],
      ['2', 'Possible consequences'],
      ['3', 'Within a year'],
      ['2', 'Whom to call'],
    ])
  })

  it('puts its headings below those of the page', () => {
    const below = renderToStaticMarkup(<DocumentView document={treatmentSummary} headingsBelow={1} />)
    expect(below).not.toContain('<h1')
    expect(below).toMatch(/<h2[^>]*>Treatment summary<\/h2>/)
    expect(below).toMatch(/<h4[^>]*>Within a year<\/h4>/)
  })

  it('names the columns and rows of a table', () => {
    expect(html.match(/<th [^>]*scope="col"/g)).toHaveLength(4)
    expect(html.match(/<th [^>]*scope="row"/g)).toHaveLength(34)
    expect(html).toMatch(/<caption[^>]*>Treatments in the order in which they were given<\/caption>/)
  })

  it('has lists as lists, facts as terms and their descriptions, and strong text as strong', () => {
    expect(html).toMatch(/<ol><li[^>]*><strong>Refer at once<\/strong> if there is a new lump/)
    expect(html).toMatch(/<dt[^>]*>Stage<\/dt><dd[^>]*>T2 N1 M0/)
    const bullets = aLetter([{ kind: 'list', style: 'bulleted', items: ['One', 'Two'] }])
    expect(renderToStaticMarkup(<DocumentView document={bullets} />)).toMatch(/<ul><li[^>]*>One<\/li><li/)
  })

  it('says its language', () => {
    expect(html).toMatch(/^<article [^>]*lang="en-GB"/)
  })

  it('never takes words for markup', () => {
    const letter = aLetter([{ kind: 'paragraph', words: '<b>bold</b>' }])
    expect(renderToStaticMarkup(<DocumentView document={letter} />)).toContain('&lt;b&gt;bold&lt;/b&gt;')
  })

  it('says what the PDF says', async () => {
    const { pages } = await madeAndRead(treatmentSummary)
    const spoken = essence(
      said(html).replace('Important: ', '').replace(treatmentSummary.identifiers.join(' '), ''),
    )
    const printed = essence(pages.map(({ content }) => content).join(''))
    expect(spoken).toBe(printed.replace(/(?:^|(?<=practice))1\.(?=Refer)|2\.(?=Continue)|3\.(?=Code)/g, ''))
  })
})

function said(markup = ''): string {
  return markup
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
