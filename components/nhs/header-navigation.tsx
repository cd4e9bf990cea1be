'use client'

import { usePathname } from 'next/navigation'
import { classNames } from './class-names'

export type NavigationItem = { href: string; label: string }

/** The main ways through the service. The item whose page, or whose part of the service, is shown is marked. */
export function HeaderNavigation({ items }: { items: readonly NavigationItem[] }) {
  const pathname = usePathname()
  return (
    <nav className="nhsuk-header__navigation" aria-label="Menu">
      <div className="nhsuk-header__navigation-container nhsuk-width-container">
        <ul className="nhsuk-header__navigation-list">
          {items.map(({ href, label }) => {
            const current = ariaCurrent(href, pathname)
            return (
              <li
                className={classNames(
                  'nhsuk-header__navigation-item',
                  current && 'nhsuk-header__navigation-item--current',
                )}
                key={href}
              >
                <a className="nhsuk-header__navigation-link" href={href} aria-current={current}>
                  {current ? (
                    <strong className="nhsuk-header__navigation-item-current-fallback">{label}</strong>
                  ) : (
                    label
                  )}
                </a>
              </li>
            )
          })}
        </ul>
      </div>
    </nav>
  )
}

function ariaCurrent(href: string, pathname: string): 'page' | 'true' | undefined {
  if (href === pathname) return 'page'
  return pathname.startsWith(`${href}/`) ? 'true' : undefined
}
