import type { ReactNode } from 'react'
import { SessionWarning } from '@/components/accounts/session-warning'
import { StaffHeader } from '@/components/accounts/staff-header'
import { ButtonKeys } from '@/components/nhs/button-keys'
import { requireActor } from '@/lib/accounts/current-actor'
import { IDLE_MINUTES, TOUCH_MINUTES, WARNING_MINUTES } from '@/lib/accounts/session-limits'
import { now } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

const MINUTE = 60_000

/** What every page for staff has in common: the header, and the warning before the session ends. Nothing else is read. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor()
  const endAfter = (IDLE_MINUTES - TOUCH_MINUTES) * MINUTE
  return (
    <>
      <StaffHeader actor={actor} />
      {children}
      <ButtonKeys />
      <SessionWarning
        warnAfter={endAfter - WARNING_MINUTES * MINUTE}
        endAfter={endAfter}
        lastsFor={actor.sessionExpiresAt.getTime() - now().getTime()}
        stayAddress={routes.stayLoggedIn()}
        logInAddress={`${routes.logIn()}?ended=1`}
      />
      <noscript>
        <div className="nhsuk-width-container">
          <p>If you open or save nothing for {IDLE_MINUTES} minutes you are logged out.</p>
        </div>
      </noscript>
    </>
  )
}
