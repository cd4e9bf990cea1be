import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { Footer } from '@/components/nhs/footer'
import { Header } from '@/components/nhs/header'
import { expectFixtures } from './expect-fixtures'
import { isContext, type Context } from './fixture-context'

vi.mock('next/navigation', () => ({ usePathname: () => '/patients/123' }))

const navigation = [
  { href: '/worklist', label: 'Worklist' },
  { href: '/patients', label: 'Patients' },
  { href: '/pat', label: 'Patterns' },
]

describe('header', () => {
  it('marks the part of the service that is shown, and no other', () => {
    const html = renderToStaticMarkup(<Header navigation={navigation} />)
    expect(html.match(/aria-current/g)).toHaveLength(1)
    expect(html).toMatch(/href="\/patients" aria-current="true"/)
  })

  it('says who is logged in and lets them log out by a post', () => {
    const account = { name: 'Beryl Jones, Breast CNS team', href: '/account', logOutAction: '/log-out' }
    const html = renderToStaticMarkup(<Header account={account} />)
    expect(html).toContain('Beryl Jones, Breast CNS team</a>')
    expect(html).toMatch(/<form [^>]*action="\/log-out" method="post">\s*<button [^>]*>Log out<\/button>/)
  })

  it('claims no NHS identity', () => {
    const html = renderToStaticMarkup(<Header organisation="Example Trust" />)
    expect(html).not.toMatch(/nhsuk-header__logo|>NHS</)
    expect(html).toContain('Alongside')
  })
})

expectFixtures(
  'footer',
  ({ meta, navigation: groups }) => {
    if (groups || !isContext(meta) || !Array.isArray(meta.items) || Object.keys(meta).length > 1) return null
    const links = meta.items.map(({ href, text }: Context) => ({ href: String(href), label: String(text) }))
    return <Footer links={links} />
  },
  // Ours has no line of copyright: the service is not NHS England's.
  { examples: 2, expected: (html) => html.replace(/<p class="nhsuk-body-s">© NHS England<\/p>/, '') },
)
