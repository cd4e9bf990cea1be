import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Markup, markup } from '@/components/nhs/markup'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'

/** Full of what could end a tag, an attribute or an entity. */
const nasty = fc.string({
  unit: fc.constantFrom(
    '&',
    '<',
    '>',
    '"',
    "'",
    '`',
    '=',
    '/',
    ' ',
    '\n',
    '\0',
    'a',
    ';',
    '#',
    '${',
    '<!--',
    '</p>',
  ),
})
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme' }), fc.constant('<script>alert(1)</script>'))

/** React writes one character otherwise, which means the same. */
const asReactWrites = (html: string) => html.replaceAll('&#39;', '&#x27;')

const rendered = (...rows: Markup[]) => {
  const table = renderToStaticMarkup(
    <table>
      <TrustedMarkup as="tbody" parts={rows} />
    </table>,
  )
  return table.slice('<table><tbody>'.length, -'</tbody></table>'.length)
}

describe('markup', () => {
  it('escapes what is put into it as React does, between tags and in attributes', () => {
    fc.assert(
      fc.property(text, text, (inside, title) => {
        const ours = rendered(
          markup`<tr title="${title}" class="a ${title}"><td>${inside}, ${title}</td></tr>`,
        )
        const its = renderToStaticMarkup(
          <tr title={title} className={`a ${title}`}>
            <td>{`${inside}, ${title}`}</td>
          </tr>,
        )
        expect(asReactWrites(ours)).toBe(its)
      }),
      { numRuns: 1000 },
    )
  })

  it('leads nowhere but to paths of ours', () => {
    const link = (to: string) => rendered(markup`<tr><td><a href="${to}?back=${'/a b&c'}">x</a></td></tr>`)
    expect(link('/patients/1')).toBe('<tr><td><a href="/patients/1?back=/a b&amp;c">x</a></td></tr>')
    for (const to of [
      'javascript:alert(1)',
      '//elsewhere.example',
      '/\\elsewhere.example',
      'https://a.example',
      ' /a',
      '',
    ])
      expect(() => link(to)).toThrow('no path of ours')
    fc.assert(
      fc.property(text, (to) => {
        fc.pre(!/^\/[^/\\]/.test(to) && to !== '/')
        expect(() => link(to)).toThrow('no path of ours')
      }),
    )
  })

  it('takes markup between tags as it is, numbers as they are said, and nothing for null', () => {
    const cells = [1, 2].map((number) => markup`<td>${number}</td>`)
    expect(rendered(markup`<tr>${cells}${markup`<td>${'<'}</td>`}${null}</tr>`, markup`<tr></tr>`)).toBe(
      '<tr><td>1</td><td>2</td><td>&lt;</td></tr><tr></tr>',
    )
    expect(() => markup`<td title="${cells}"></td>`).toThrow('between tags')
  })

  it('takes for markup only what it made', () => {
    const forged: unknown[] = [{ html: '<b>' }, Object.create(Markup.prototype), { toString: () => '<b>' }]
    for (const one of forged) expect(() => markup`<td>${one as Markup}</td>`).toThrow(TypeError)
  })

  it.each([
    ['as the name of a tag', () => markup`<${'b'}>`],
    ['as the name of an attribute', () => markup`<td ${'title'}="a">`],
    ['in an attribute without quotes', () => markup`<td title=${'a'}>`],
    ['in single quotes', () => markup`<td title='${'a'}'>`],
    ['after a tag that does not end', () => markup`<td title="a" ${'b'}`],
    ['in a comment', () => markup`<!-- ${'a'} -->`],
    ['in a script', () => markup`<script>${'a'}</script>`],
    ['in a style sheet', () => markup`<style>${'a'}</style>`],
    ['in a handler', () => markup`<td onClick="${'a'}">`],
    ['in a style', () => markup`<td style="color: ${'a'}">`],
    ['after what is no path of ours', () => markup`<a href="https:${'a'}">`],
  ])('refuses a value %s', (_where, make) => {
    expect(make).toThrow(TypeError)
  })
})
