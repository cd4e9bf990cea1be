import 'server-only'
import type { z } from 'zod'
import { administeredOrganisations, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, Stale } from '@/lib/platform/errors'
import type { changeStandardsSchema } from './schema'
import {
  FOLLOW_UP_STANDARD_NAMES,
  FOLLOW_UP_STANDARDS_LIMITS,
  type FollowUpStandardName,
} from './follow-up-standards-limits'
import {
  REVIEW_STANDARD_NAMES,
  REVIEW_STANDARDS_LIMITS,
  type ReviewStandardName,
} from './review-standards-limits'
import { STANDARD_NAMES, STANDARDS_LIMITS, unitOf, type StandardName } from './standards-limits'

type Input = z.infer<typeof changeStandardsSchema>

/**
 * Sets when things are due in a team, and its telephone number. Tasks that are open keep their dates, but for
 * those about a test or result of follow-up: what those owe is worked out anew every night.
 *
 * @throws NotFound if the team is not of the actor's organisations
 * @throws Stale with what the two would have set
 */
export async function changeStandards(actor: Actor, input: Input): Promise<null> {
  permitInOwn(actor, 'team_standards', 'update')
  return asActor(actor, async (tx) => {
    const { teamId, version, ...settings } = input
    const before = await administeredTeam(tx, actor, teamId)
    const { count } = await tx.team.updateMany({
      where: { id: teamId, version },
      data: { ...settings, version: { increment: 1 }, updatedAt: now(), updatedById: actor.staffId },
    })
    if (count !== 1) {
      const current = await administeredTeam(tx, actor, teamId)
      const nameOf = await staffNames(tx, [current.updatedById])
      throw new Stale(
        nameOf(current.updatedById),
        current.updatedAt,
        differencesOf(current, input),
        current.version,
      )
    }
    await recordAccess(tx, {
      event: 'team.standards_changed',
      entityId: teamId,
      detail: { changes: changesOf(before, input) },
    })
    return null
  })
}

async function administeredTeam(tx: Tx, actor: Actor, teamId: string) {
  const team = await tx.team.findFirst({
    where: { id: teamId, organisationId: { in: administeredOrganisations(actor) } },
  })
  if (!team) throw new NotFound()
  return team
}

const NAMES = [...STANDARD_NAMES, ...REVIEW_STANDARD_NAMES, ...FOLLOW_UP_STANDARD_NAMES] as const
type Settings = Partial<Pick<Input, (typeof NAMES)[number]>> & Pick<Input, 'telephone'>

function differencesOf(theirs: Settings, yours: Settings) {
  const numbers = NAMES.filter((name) => yours[name] !== undefined).map((name) => ({
    label: limitsOf(name).subject,
    theirs: `${theirs[name]} ${limitsOf(name).unit}`,
    yours: `${yours[name]} ${limitsOf(name).unit}`,
  }))
  const telephone = {
    label: 'Telephone',
    theirs: theirs.telephone ?? 'Not recorded',
    yours: yours.telephone ?? 'Not recorded',
  }
  return [telephone, ...numbers].filter((one) => one.theirs !== one.yours)
}

function limitsOf(name: (typeof NAMES)[number]): { subject: string; unit: string } {
  if (name in REVIEW_STANDARDS_LIMITS) return REVIEW_STANDARDS_LIMITS[name as ReviewStandardName]
  if (name in FOLLOW_UP_STANDARDS_LIMITS) return FOLLOW_UP_STANDARDS_LIMITS[name as FollowUpStandardName]
  return { ...STANDARDS_LIMITS[name as StandardName], unit: unitOf(name as StandardName) }
}

/** Field, from and to: days are settings, not content. */
function changesOf(before: Settings, after: Settings) {
  return [...NAMES, 'telephone' as const]
    .filter((name) => after[name] !== undefined && before[name] !== after[name])
    .map((name) => ({ field: name, from: before[name], to: after[name] }))
}
