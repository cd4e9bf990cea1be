import { Header } from '@/components/nhs/header'
import type { Actor } from '@/lib/access/actor'
import { homeOf, navigationOf } from '@/lib/accounts/home'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { routes } from '@/lib/platform/routes'

/** The header of everybody who is logged in: where they may go, who they are and for which team. */
export function StaffHeader({ actor }: { actor: Actor }) {
  return (
    <Header
      homeHref={homeOf(actor) ?? routes.home()}
      navigation={navigationOf(actor)}
      account={{ name: accountName(actor), href: routes.mySessions(), logOutAction: routes.logOut() }}
    />
  )
}

function accountName(actor: Actor): string {
  const [first, ...others] = [...actor.memberships.map(({ teamName }) => teamName), ...organisationsOf(actor)]
  const where = first && others.length > 0 ? `${first} and ${others.length} more` : first
  return where ? `${formatNamePlain(actor)}, ${where}` : formatNamePlain(actor)
}

function organisationsOf({ organisationRoles }: Actor): string[] {
  return [...new Set(organisationRoles.map(({ organisationName }) => organisationName))]
}
