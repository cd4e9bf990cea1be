import { routes } from '@/lib/platform/routes'

type Props = { current: 'staff' | 'roles' | 'teams' | 'protocols' | 'help-library' }

const LINKS = [
  { key: 'staff', href: routes.staffList(), label: 'Staff' },
  { key: 'roles', href: routes.rolesToConfirm(), label: 'Roles to confirm' },
  { key: 'teams', href: routes.teamList(), label: 'Teams' },
  { key: 'protocols', href: routes.protocols(), label: 'Protocols' },
  { key: 'help-library', href: routes.helpLibrary(), label: 'Help library' },
] as const

/** The pages of administration. */
export function AdministrationLinks({ current }: Props) {
  return (
    <nav className="mb-6" aria-label="Administration">
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
