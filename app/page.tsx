import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { StaffHeader } from '@/components/accounts/staff-header'
import { Main } from '@/components/nhs/main'
import type { Actor } from '@/lib/access/actor'
import { requireActor } from '@/lib/accounts/current-actor'
import { homeOf } from '@/lib/accounts/home'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: { absolute: 'Start – Alongside' } }

/** Where one's day begins, by role. For roles whose pages are still to come, and for somebody without a team, it says so. */
export default async function StartPage() {
  const actor = await requireActor()
  const home = homeOf(actor)
  if (home) redirect(home)
  return (
    <>
      <StaffHeader actor={actor} />
      <Main>
        <h1>Welcome, {actor.givenName || actor.familyName}</h1>
        {wordsFor(actor).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p>
          <a href={routes.mySessions()}>Your account and where you are logged in</a>
        </p>
      </Main>
    </>
  )
}

function wordsFor({ organisationRoles }: Actor): string[] {
  const roles = organisationRoles.map(({ role }) => role)
  if (roles.length === 0) {
    return [
      'You have no team yet. Ask the person who administers accounts in your organisation to give you one.',
    ]
  }
  return [
    ...(roles.includes('programme_lead')
      ? [
          'As programme lead you will see here how many people were offered an assessment and a plan, and what came of it. These measures are being built.',
        ]
      : []),
    ...(roles.includes('privacy_officer')
      ? [
          'As privacy officer you will see here who looked at which record, and what to review. These pages are being built.',
        ]
      : []),
    'Your role does not open the record of any patient.',
  ]
}
