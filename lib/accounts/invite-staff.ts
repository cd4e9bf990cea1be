import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { addRole } from '@/lib/care-teams/give-role'
import { addToTeam } from '@/lib/care-teams/give-team'
import type { Tx } from '@/lib/platform/database'
import { NotAllowed, RuleBroken } from '@/lib/platform/errors'
import { getStaffForChange } from './administered-staff'
import type { inviteStaffSchema } from './schema'
import { newSessionToken } from './session-token'
import { endSessionsOf } from './end-sessions'

/** How long an invitation is good for. */
export const INVITATION_DAYS = 7

type Invitation = z.infer<typeof inviteStaffSchema>

/** Who was invited, and the secret of the link: null when this is a repeat, and the first time alone could say it. */
export type Invited = { staffId: string; token: string | null }

/**
 * Adds an account with its first team or with a role in the organisation, and an invitation to set its password. Whoever
 * gets a role alone gets no team with it, and so no patient; a role that needs a second administrator waits, as always.
 *
 * @throws NotFound if team or organisation are not the actor's to administer
 * @throws RuleBroken if the address has an account, or the role does not fit the team
 */
export async function inviteStaff(actor: Actor, input: Invitation): Promise<Invited> {
  permitInOwn(actor, 'staff', 'create')
  permitInOwn(actor, input.firstPlace === 'team' ? 'team_membership' : 'organisation_role', 'create')
  const invitation = newSessionToken()
  const done = await asActor(actor, async (tx) => {
    const staffId = uuidv7()
    const { count } = await tx.staff.createMany({
      data: [
        {
          id: staffId,
          email: input.email,
          givenName: input.givenName,
          familyName: input.familyName,
          staffRoleCode: input.staffRole,
          updatedById: actor.staffId,
        },
      ],
      skipDuplicates: true,
    })
    if (count !== 1) {
      throw new RuleBroken([
        { field: 'email', message: 'Somebody with this email address has an account already' },
      ])
    }
    await addFirstPlace(tx, actor, staffId, input)
    await addInvitation(tx, actor, staffId, invitation.tokenHash)
    await recordAccess(tx, { event: 'staff.invited', entityId: staffId, detail: { how: 'new' } })
    return { staffId, tokenHash: invitation.tokenHash }
  })
  return { staffId: done.staffId, token: tokenIfOwn(done, invitation) }
}

async function addFirstPlace(tx: Tx, actor: Actor, staffId: string, input: Invitation): Promise<void> {
  if (input.firstPlace === 'team') {
    await addToTeam(tx, actor, { staffId, teamId: input.teamId, role: input.role })
  } else {
    await addRole(tx, actor, { staffId, organisationId: input.organisationId, role: input.organisationRole })
  }
}

/**
 * Invites somebody again, who has lost password or second factor, or whose first link ran out. From this moment the old
 * password opens nothing and every session ends; the second factor is dropped when the new password is set.
 *
 * @throws NotFound, NotAllowed (oneself, or somebody who works for another organisation too), RuleBroken if disabled
 */
export async function inviteAgain(actor: Actor, input: { staffId: string }): Promise<Invited> {
  permitInOwn(actor, 'staff', 'update')
  const invitation = newSessionToken()
  const done = await asActor(actor, async (tx) => {
    if (input.staffId === actor.staffId) throw new NotAllowed('own_account')
    const staff = await getStaffForChange(tx, input.staffId)
    if (staff.disabledAt) throw new RuleBroken('This account is disabled. Enable it first')
    await addInvitation(tx, actor, staff.id, invitation.tokenHash)
    await endSessionsOf(tx, staff.id, 'invited again')
    await recordAccess(tx, { event: 'staff.invited', entityId: staff.id, detail: { how: 'again' } })
    return { staffId: staff.id, tokenHash: invitation.tokenHash }
  })
  return { staffId: done.staffId, token: tokenIfOwn(done, invitation) }
}

/** A repeated submission is answered with what the first one stored, which has another token's hash. */
function tokenIfOwn(
  done: { tokenHash: string },
  invitation: { token: string; tokenHash: string },
): string | null {
  return done.tokenHash === invitation.tokenHash ? invitation.token : null
}

/** Timed by the database, as passwords are: which of the two is newer decides. */
async function addInvitation(tx: Tx, actor: Actor, staffId: string, tokenHash: string): Promise<void> {
  await tx.$executeRaw`
    insert into staff_invitation (id, staff_id, token_hash, created_by_id, created_at, expires_at)
    values (${uuidv7()}::uuid, ${staffId}::uuid, ${tokenHash}, ${actor.staffId}::uuid, now(),
      now() + make_interval(days => ${INVITATION_DAYS}::int))`
}
