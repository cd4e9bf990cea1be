import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { formatNameForStaff } from '@/lib/nhs/person-name'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { knownTests, testName } from '@/lib/results/known-tests'
import { overrideInWords } from '../override-in-words'
import type { Protocol } from '../protocol'
import type { RehearsedPerson } from '../rehearsal-view'
import { rehearse } from '../rehearse'
import { readPathways, type KnownPathway } from './read-pathways'

/** Pathways that are read at a time: their whole histories are in memory then. */
const BATCH = 50

export type OnOlderVersion = {
  pathwayId: string
  pathwayVersion: number
  patientId: string
  name: string
  nhsNumber: string
  bornOn: string
  team: string
  from: string
}

/** The teams of an organisation in which the actor is a clinician. */
export function clinicianTeamsIn({ memberships }: Actor, organisationId: string): string[] {
  return memberships
    .filter((held) => held.organisationId === organisationId && held.role === 'clinician')
    .map(({ teamId }) => teamId)
}

/** Who is followed up by these teams by another version of the protocol than this one, and goes on to be. */
export async function peopleOnOtherVersion(
  tx: Tx,
  teamIds: readonly string[],
  { id: code, version }: Pick<Protocol, 'id' | 'version'>,
): Promise<OnOlderVersion[]> {
  const rows = await tx.followUpPathway.findMany({
    where: {
      teamId: { in: [...teamIds] },
      endedOn: null,
      patient: { diedOn: null },
      protocols: { some: { protocolCode: code } },
    },
    select: {
      id: true,
      version: true,
      patientId: true,
      patient: { select: { title: true, givenName: true, familyName: true, nhsNumber: true, bornOn: true } },
      team: { select: { name: true } },
      protocols: {
        orderBy: { number: 'desc' },
        take: 1,
        select: { protocolCode: true, protocolVersion: true },
      },
    },
  })
  return rows
    .filter(({ protocols: [kept] }) => kept?.protocolCode === code && kept.protocolVersion !== version)
    .map((row) => ({
      pathwayId: row.id,
      pathwayVersion: row.version,
      patientId: row.patientId,
      name: formatNameForStaff(row.patient),
      nhsNumber: row.patient.nhsNumber,
      bornOn: fromDatabaseDate(row.patient.bornOn),
      team: row.team.name,
      from: row.protocols[0]?.protocolVersion ?? '',
    }))
}

/** What would change for each of these people if they moved today. */
export async function rehearsePeople(
  tx: Tx,
  people: readonly OnOlderVersion[],
  next: Protocol,
): Promise<RehearsedPerson[]> {
  const rehearsed: RehearsedPerson[] = []
  for (let from = 0; from < people.length; from += BATCH) {
    const batch = people.slice(from, from + BATCH)
    const known = await readPathways(tx, { ids: batch.map(({ pathwayId }) => pathwayId) })
    const byId = new Map(known.map((pathway) => [pathway.row.id, pathway]))
    rehearsed.push(...batch.map((person) => rehearseOne(person, byId.get(person.pathwayId), next)))
  }
  return rehearsed
}

const NOTHING = { moved: [], becomesOverdue: [], noLongerDue: [], lostOverrides: [] }

function rehearseOne(
  person: OnOlderVersion,
  known: KnownPathway | undefined,
  next: Protocol,
): RehearsedPerson {
  if (!known?.snapshot) return { ...person, ...NOTHING }
  const { snapshot, facts } = known
  const given = { today: today(), tests: knownTests() }
  const [change] = rehearse([{ personId: person.pathwayId, snapshot, facts }], next, given).changes
  if (!change) return { ...person, ...NOTHING }
  const named = ({ test, dueOn }: { test: string; dueOn: string }) => ({ name: testName(test), dueOn })
  return {
    ...person,
    moved: change.moved.map(({ test, ...days }) => ({ name: testName(test), ...days })),
    becomesOverdue: change.becomesOverdue.map(named),
    noLongerDue: change.noLongerDue.map(named),
    lostOverrides: change.lostOverrides.map((one) => overrideInWords(one, snapshot.protocol, knownTests())),
  }
}
