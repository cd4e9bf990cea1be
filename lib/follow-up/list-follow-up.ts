import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate, fromDatabaseDateOrNull, toDatabaseDate } from '@/lib/platform/database-dates'
import type { Prisma } from '@/lib/platform/prisma-client/client'
import type { FollowUpStream } from '@/lib/platform/prisma-client/enums'
import { testName } from '@/lib/results/known-tests'
import type { FollowUpFilter } from './follow-up-filter'

export const FOLLOW_UP_PAGE_SIZE = 25

export type FollowedUp = {
  pathwayId: string
  patientId: string
  name: string
  nhsNumber: string
  bornOn: CalendarDate
  team: string
  stream: FollowUpStream
  suspendedOn: CalendarDate | null
  /** The test that is due first of those that were not done; null where nothing is. */
  next: { name: string; dueOn: CalendarDate; isOverdue: boolean } | null
  /** The first test that was done, and of which the person does not know the result yet. */
  waiting: { name: string; isResulted: boolean } | null
}

export type FollowUpList = { rows: FollowedUp[]; total: number }

/** People on follow-up with the actor's hospital teams, by name. @throws NotAllowed */
export async function listFollowUp(actor: Actor, filter: FollowUpFilter): Promise<FollowUpList> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'follow_up_list', 'read')
    const where = wanted(actor, filter)
    const total = await tx.followUpPathway.count({ where })
    const rows = await readPage(tx, where, filter.page)
    await recordAccess(tx, { event: 'follow_up.listed', detail: { shown: rows.length } })
    return { total, rows }
  })
}

function wanted(actor: Actor, { show }: FollowUpFilter): Prisma.FollowUpPathwayWhereInput {
  const teamIds = actor.memberships.filter(({ role }) => role !== 'gp').map(({ teamId }) => teamId)
  return {
    teamId: { in: teamIds },
    endedOn: null,
    patient: { diedOn: null },
    ...(show === 'suspended' && { suspendedOn: { not: null } }),
    ...(show === 'overdue' && {
      suspendedOn: null,
      tests: {
        some: {
          settledAt: null,
          overdueOn: { lte: toDatabaseDate(today()) },
          events: { none: { kind: 'done' } },
          results: { none: {} },
        },
      },
    }),
  }
}

async function readPage(
  tx: Tx,
  where: Prisma.FollowUpPathwayWhereInput,
  page: number,
): Promise<FollowedUp[]> {
  const rows = await tx.followUpPathway.findMany({
    where,
    orderBy: [{ patient: { familyName: 'asc' } }, { patient: { givenName: 'asc' } }, { id: 'asc' }],
    skip: (page - 1) * FOLLOW_UP_PAGE_SIZE,
    take: FOLLOW_UP_PAGE_SIZE,
    include: {
      patient: { select: { title: true, givenName: true, familyName: true, nhsNumber: true, bornOn: true } },
      team: { select: { name: true } },
      decision: { select: { stream: true } },
      tests: {
        where: { settledAt: null },
        orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
        select: {
          testCode: true,
          dueOn: true,
          overdueOn: true,
          events: { where: { kind: 'done' }, take: 1, select: { id: true } },
          results: { take: 1, select: { id: true } },
        },
      },
    },
  })
  return rows.map(({ id, patientId, patient, team, decision, suspendedOn, tests }) => ({
    pathwayId: id,
    patientId,
    name: formatNameForStaff(patient),
    nhsNumber: patient.nhsNumber,
    bornOn: fromDatabaseDate(patient.bornOn),
    team: team.name,
    stream: decision.stream,
    suspendedOn: fromDatabaseDateOrNull(suspendedOn),
    next: nextOf(tests, suspendedOn !== null),
    waiting: waitingOf(tests),
  }))
}

type TestRow = {
  testCode: string
  dueOn: Date
  overdueOn: Date
  events: readonly unknown[]
  results: readonly unknown[]
}

const isDone = ({ events, results }: TestRow) => events.length + results.length > 0

function nextOf(tests: readonly TestRow[], isSuspended: boolean): FollowedUp['next'] {
  const test = tests.find((one) => !isDone(one))
  if (!test) return null
  const isOverdue = !isSuspended && fromDatabaseDate(test.overdueOn) <= today()
  return { name: testName(test.testCode), dueOn: fromDatabaseDate(test.dueOn), isOverdue }
}

function waitingOf(tests: readonly TestRow[]): FollowedUp['waiting'] {
  const test = tests.find(isDone)
  return test ? { name: testName(test.testCode), isResulted: test.results.length > 0 } : null
}
