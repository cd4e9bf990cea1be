import { HeaderNavigation, type NavigationItem } from './header-navigation'
import { Icon } from './icon'

type Account = {
  /** Who is logged in, and for whom: "Beryl Jones, Breast CNS team". */
  name: string
  /** The page of one's own account and sessions. */
  href?: string
  logOutAction: string | ((form: FormData) => void | Promise<void>)
}

type Props = {
  serviceName?: string
  homeHref?: string
  /** A deployment's own organisation, in words; never the NHS logo. */
  organisation?: string
  navigation?: readonly NavigationItem[]
  account?: Account
}

/** The service's name in a neutral brand, where one can go, and who is logged in. */
export function Header({
  serviceName = 'Alongside',
  homeHref = '/',
  organisation,
  navigation = [],
  account,
}: Props) {
  return (
    <header className="nhsuk-header" role="banner">
      <div className="nhsuk-header__container nhsuk-width-container">
        <div className="nhsuk-header__service">
          <a className="nhsuk-header__service-name" href={homeHref}>
            {serviceName}
            {organisation ? <span className="app-header__organisation">{organisation}</span> : null}
          </a>
        </div>
        {account ? <AccountMenu {...account} /> : null}
      </div>
      {navigation.length > 0 ? <HeaderNavigation items={navigation} /> : null}
    </header>
  )
}

function AccountMenu({ name, href, logOutAction }: Account) {
  const who = (
    <>
      <Icon name="user" />
      {name}
    </>
  )
  return (
    <nav className="nhsuk-header__account" aria-label="Account">
      <ul className="nhsuk-header__account-list">
        <li className="nhsuk-header__account-item">
          {href ? (
            <a className="nhsuk-header__account-link" href={href}>
              {who}
            </a>
          ) : (
            who
          )}
        </li>
        <li className="nhsuk-header__account-item">
          <form
            className="nhsuk-header__account-form"
            action={logOutAction}
            method={typeof logOutAction === 'string' ? 'post' : undefined}
          >
            <button className="nhsuk-header__account-button" type="submit">
              Log out
            </button>
          </form>
        </li>
      </ul>
    </nav>
  )
}
