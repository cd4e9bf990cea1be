import { routes } from '@/lib/platform/routes'

type Props = { current: 'sessions' | 'second-factor' | 'password' }

const LINKS = [
  { key: 'sessions', href: routes.mySessions(), label: 'Where you are logged in' },
  { key: 'second-factor', href: routes.mySecondFactor(), label: 'Authenticator app' },
  { key: 'password', href: routes.changePassword(), label: 'Change password' },
] as const

/** The pages of one's own account. */
export function AccountLinks({ current }: Props) {
  return (
    <nav className="mb-6" aria-label="Your account">
      <ul className="flex list-none flex-wrap gap-x-6 gap-y-2 pl-0">
        {LINKS.map(({ key, href, label }) => (
          <li key={key}>
            <a href={href} aria-current={key === current ? 'page' : undefined}>
              {key === current ? <strong>{label}</strong> : label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
