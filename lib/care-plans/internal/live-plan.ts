import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { AgreedVersion, LivePlan, PlanFact, PlanPerson } from '../care-plan'
import { standingOf } from '../rules'
import { itemRelations, itemStaffIds, planItemOf } from './live-items'

const relations = {
  patient: true,
  team: { include: { organisation: true } },
  assessment: { select: { id: true, completedOn: true } },
  items: { include: itemRelations, orderBy: [{ position: 'asc' }, { id: 'asc' }] },
  // Ids are made after the plan's row is locked, so their order is the order of what happened.
  events: { orderBy: { id: 'asc' } },
  versions: {
    orderBy: { number: 'desc' },
    omit: { content: true },
    include: { shares: { include: { team: { select: { name: true } } }, orderBy: { id: 'asc' } } },
  },
} satisfies Prisma.CarePlanInclude

type PlanRow = Prisma.CarePlanGetPayload<{ include: typeof relations }>
type Name = (id: string | null) => string

/** A plan of the patient, whole; null where the patient has no such plan. */
export async function findLivePlan(tx: Tx, patientId: string, planId: string): Promise<LivePlan | null> {
  const row = await tx.carePlan.findFirst({ where: { id: planId, patientId }, include: relations })
  if (!row) return null
  const name = await staffNames(tx, [
    ...row.events.map((event) => event.recordedById),
    ...row.versions.map((version) => version.recordedById),
    ...row.items.flatMap(itemStaffIds),
  ])
  const person = personOf(row.patient)
  return {
    id: row.id,
    patientId,
    version: row.version,
    team: {
      id: row.teamId,
      name: row.team.name,
      organisation: row.team.organisation.name,
      organisationId: row.team.organisationId,
      telephone: row.team.telephone,
    },
    person,
    assessment: { id: row.assessment.id, completedOn: fromDatabaseDate(row.assessment.completedOn) },
    standing: standingOf(row.events),
    items: row.items.map((item) => planItemOf(item, person, name)),
    history: row.events.map((event) => factOf(event, name)),
    versions: row.versions.map((version) => versionOf(version, name)),
  }
}

function personOf(patient: PlanRow['patient']): PlanPerson {
  const { givenName, familyName, preferredName, nhsNumber, sharesWithPractice } = patient
  return {
    givenName,
    familyName,
    preferredName,
    nhsNumber,
    sharesWithPractice,
    bornOn: fromDatabaseDate(patient.bornOn),
    diedOn: fromDatabaseDateOrNull(patient.diedOn),
  }
}

function factOf(event: PlanRow['events'][number], name: Name): PlanFact {
  const { kind, versionNumber, reason } = event
  return { kind, versionNumber, reason, on: fromDatabaseDate(event.on), by: name(event.recordedById) }
}

function versionOf(version: PlanRow['versions'][number], name: Name): AgreedVersion {
  const { id, number, agreedWith, changes } = version
  return {
    id,
    number,
    agreedWith,
    changes,
    agreedOn: fromDatabaseDate(version.agreedOn),
    reviewOn: fromDatabaseDate(version.reviewOn),
    by: name(version.recordedById),
    shares: version.shares.map(({ id: shareId, teamId, team, sharedAt, seenAt }) => ({
      id: shareId,
      teamId,
      teamName: team.name,
      sharedAt,
      seenAt,
    })),
  }
}
