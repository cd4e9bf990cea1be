import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { Prisma } from '@/lib/platform/prisma-client/client'
import { assembledPathways, type PathwayLists } from './assembled-pathways'

type InOrder = { orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] }

/**
 * A pathway as it is kept, with its last protocol, what happened on it, and its tests with what was said of each, in order.
 * Who said it, and when, is read with one test alone (`findTestEvents`).
 */
export type PathwayRow = KeptPathway & {
  /** What the person was told under any test of any of their pathways: a result may have moved from one to another since. */
  tellings: readonly { on: Date; resultIds: readonly string[] }[]
}
type KeptPathway = Prisma.FollowUpPathwayGetPayload<{
  include: {
    patient: { select: { id: true; bornOn: true; diedOn: true } }
    team: {
      select: {
        id: true
        name: true
        telephone: true
        recallDays: true
        resultReviewWorkingDays: true
        resultTellingWorkingDays: true
        resultChaseDays: true
      }
    }
    decision: {
      select: { id: true; stream: true; isDigital: true; decidedOn: true; reasons: true; wishes: true }
    }
    protocols: { orderBy: { number: 'desc' }; take: 1 }
    events: InOrder
    tests: {
      include: { events: { select: { testId: true; kind: true; on: true; resultIds: true; note: true } } }
    }
  }
}>
export type TestRow = PathwayRow['tests'][number]

/** Which pathways: those for which all that is given holds. */
export type WantedPathways = {
  ids?: readonly string[]
  patientIds?: readonly string[]
  /** Those that have one of these tests. */
  testIds?: readonly string[]
}

/**
 * Pathways, ended ones too, the one begun first first, as far as the actor of the transaction may read them: by one statement,
 * for one or for all that a hundred messages are about.
 */
export async function findPathwayRows(tx: Tx, wanted: WantedPathways): Promise<PathwayRow[]> {
  const [lists] = await tx.$queryRaw<PathwayLists[]>`
    with mine as materialized (
      select id, decision_id, patient_id, team_id from follow_up_pathway where ${conditionOf(wanted)}
    ), test_of as materialized (
      select id, patient_id as "patientId", pathway_id as "pathwayId", team_id as "teamId", item_code as "itemCode", occurrence,
        test_code as "testCode", due_on as "dueOn", window_from as "windowFrom", overdue_on as "overdueOn",
        settled_at as "settledAt", opened_at as "openedAt", version
      from surveillance_test where pathway_id = any ((select array_agg(id) from mine)::uuid[])
    )
    select
      (select json_agg(one order by "startedOn", id) from (
        select pathway.id, pathway.patient_id as "patientId", pathway.team_id as "teamId", pathway.diagnosis_id as "diagnosisId",
          pathway.decision_id as "decisionId", pathway.anchor_on as "anchorOn", pathway.started_on as "startedOn",
          pathway.suspended_on as "suspendedOn", pathway.ended_on as "endedOn", pathway.version,
          pathway.listed_as as "listedAs", row_to_json(person) as patient, row_to_json(team) as team,
          row_to_json(decision) as decision
        from mine join follow_up_pathway as pathway on pathway.id = mine.id
        join (select id, born_on as "bornOn", died_on as "diedOn" from patient) as person on person.id = mine.patient_id
        join (select id, name, telephone, recall_days as "recallDays", result_review_working_days as "resultReviewWorkingDays",
          result_telling_working_days as "resultTellingWorkingDays", result_chase_days as "resultChaseDays"
          from team) as team on team.id = mine.team_id
        join (select id, stream, is_digital as "isDigital", decided_on as "decidedOn", reasons, wishes
          from stratification_decision) as decision on decision.id = mine.decision_id) as one)::text as pathways,
      (select json_agg(one) from (
        select distinct on (pathway_id) id, patient_id as "patientId", pathway_id as "pathwayId", number,
          protocol_code as "protocolCode", protocol_version as "protocolVersion", content, overrides, reason,
          recorded_at as "recordedAt", recorded_by_id as "recordedById"
        from pathway_protocol where pathway_id = any ((select array_agg(id) from mine)::uuid[])
        order by pathway_id, number desc) as one)::text as protocols,
      (select json_agg(one order by "recordedAt", id) from (
        select id, patient_id as "patientId", pathway_id as "pathwayId", kind, "on", "end", by_on as "byOn", reason, letter,
          recorded_at as "recordedAt", recorded_by_id as "recordedById"
        from pathway_event where pathway_id = any ((select array_agg(id) from mine)::uuid[])) as one)::text as events,
      (select json_agg(test_of order by "dueOn", id) from test_of)::text as tests,
      (select json_agg(one) from (
        select test_id as "testId", kind, "on", result_ids as "resultIds", note
        from surveillance_test_event where test_id = any ((select array_agg(id) from test_of)::uuid[])
        order by recorded_at, id) as one)::text as told,
      ${hasAllOfPatient(wanted) ? NOTHING : TOLD_ELSEWHERE} as "toldElsewhere"`
  return lists ? assembledPathways(lists) : []
}

const NOTHING = Prisma.sql`null`

/** What the person was told under tests of their other pathways. */
const TOLD_ELSEWHERE = Prisma.sql`(
  select json_agg(one) from (
    select patient_id as "patientId", "on", result_ids as "resultIds" from surveillance_test_event
    where kind = 'told' and test_id = any ((
      select array_agg(id) from surveillance_test
      where patient_id = any ((select array_agg(patient_id) from mine)::uuid[])
        and pathway_id <> all ((select array_agg(id) from mine)::uuid[]))::uuid[])) as one)::text`

function hasAllOfPatient({ ids, testIds }: WantedPathways): boolean {
  return !ids && !testIds
}

function conditionOf({ ids, patientIds, testIds }: WantedPathways): Prisma.Sql {
  const conditions = []
  if (ids) conditions.push(Prisma.sql`id = any (${[...ids]}::uuid[])`)
  if (patientIds) conditions.push(Prisma.sql`patient_id = any (${[...patientIds]}::uuid[])`)
  if (testIds)
    conditions.push(
      Prisma.sql`id in (select pathway_id from surveillance_test as test where test.id = any (${[...testIds]}::uuid[]))`,
    )
  return Prisma.join(conditions, ' and ')
}
