import 'server-only'
import { permit } from '@/lib/access/care-context'
import { listTeamMembers } from '@/lib/care-teams/current-teams'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { toDatabaseDate } from '@/lib/platform/database-dates'
import { RuleBroken } from '@/lib/platform/errors'
import type { ActionOwnerKind } from '@/lib/platform/prisma-client/enums'
import type { ActionInput } from '../schema'
import type { PlanUnderChange } from './plan-under-change'

export type OwnerColumns = {
  ownerKind: ActionOwnerKind
  ownerStaffId: string | null
  ownerTeamId: string | null
}

type ActionColumns = OwnerColumns & { what: string; help: string | null; dueOn: Date }

/**
 * The columns of an action from its form.
 *
 * @param keptDueOn the date it has already, which may be past; any other may not
 * @throws RuleBroken at the field, where the owner is not of the team, no practice is known, the help is not there, or
 *   the date is past
 */
export async function actionColumns(
  tx: Tx,
  plan: PlanUnderChange,
  concernCode: string,
  input: Omit<ActionInput, 'patientId' | 'itemId'> & { keptDueOn?: CalendarDate },
): Promise<ActionColumns> {
  if (input.dueOn < today() && input.dueOn !== input.keptDueOn)
    throw new RuleBroken([
      { field: 'dueOn', message: 'Date it is to be done by must be today or in the future' },
    ])
  return {
    what: input.what,
    dueOn: toDatabaseDate(input.dueOn),
    ...(await ownerColumns(tx, plan, input)),
    help: await helpText(tx, plan.team.organisationId, concernCode, input),
  }
}

async function ownerColumns(
  tx: Tx,
  plan: PlanUnderChange,
  { ownerKind, ownerStaffId }: Pick<ActionInput, 'ownerKind' | 'ownerStaffId'>,
): Promise<OwnerColumns> {
  if (ownerKind === 'person') return { ownerKind, ownerStaffId: null, ownerTeamId: null }
  if (ownerKind === 'team') return { ownerKind, ownerStaffId: null, ownerTeamId: plan.team.id }
  if (ownerKind === 'staff') {
    const members = await listTeamMembers(tx, plan.team.id)
    if (members.some(({ staffId }) => staffId === ownerStaffId))
      return { ownerKind, ownerStaffId, ownerTeamId: null }
    throw new RuleBroken([
      { field: 'ownerStaffId', message: `Select a member of ${plan.team.name} who works there today` },
    ])
  }
  permit(plan.context, 'practice_action', 'create')
  if (plan.practice) return { ownerKind, ownerStaffId: null, ownerTeamId: plan.practice.id }
  throw new RuleBroken([
    {
      field: 'ownerKind',
      message:
        'No practice is known for this person. Record the practice first, or select who else will do it',
    },
  ])
}

async function helpText(
  tx: Tx,
  organisationId: string,
  concernCode: string,
  { helpChoice, help }: Pick<ActionInput, 'helpChoice' | 'help'>,
): Promise<string | null> {
  if (helpChoice === 'none') return null
  if (helpChoice === 'typed') {
    if (help !== null) return help
    throw new RuleBroken([{ field: 'help', message: 'Enter what help there is, or select “No help to add”' }])
  }
  const entry = await tx.helpEntry.findFirst({
    where: { id: helpChoice, organisationId, concernCode, retiredAt: null },
  })
  if (entry) return `${entry.title}: ${entry.detail}`
  throw new RuleBroken([
    { field: 'helpChoice', message: 'That help is no longer in the library. Select what help there is' },
  ])
}
