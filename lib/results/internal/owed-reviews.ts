import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { hotRead, type NamedStatement } from '@/lib/access/hot-read'
import { namesOfStaff, type StaffName } from '@/lib/accounts/staff-names'
import { identityOf, type PatientIdentity, type PatientNames } from '@/lib/patients/patient-identity'
import { Prisma } from '@/lib/platform/prisma-client/client'
import { tasksWaiting, teamCount, type TeamTask, type WaitingPage } from '@/lib/tasks/team-tasks-of-kind'
import type { ResultView } from '../result-view'
import { factsOfRows, resultStatements } from './result-rows'
import { assembledResults, resultsAsJson, type ResultLists } from './results-as-json'
import { viewsByPatient } from './view-results'

/** Reviews that are owed, earliest due first, with all that a list says of what they are about. */
export type OwedReviews = {
  owed: TeamTask[]
  people: ReadonlyMap<string, PatientIdentity>
  views: ReadonlyMap<string, ResultView[]>
  /** Patients with a result that nobody reviewed, filed for a test that none of these is about. */
  strayed: ReadonlySet<string>
  /** How many reviews wait in these teams, whatever is asked for. */
  total: number
}

/** A page of the reviews that teams of the actor's owe, read in one wait. That it was looked at is logged. */
export async function readOwedReviews(actor: Actor, page: Omit<WaitingPage, 'kind'>): Promise<OwedReviews> {
  const reviews = { ...page, kind: 'review_result' } as const
  const [[row], [count]] = await hotRead<[Row[], { open: number }[]]>(
    actor,
    named('owed-reviews', statement(reviews)),
    named('team-count', teamCount(reviews)),
  )
  if (!row) throw new Error('the statement of owed reviews gives one row')
  const nameOf = namesOfStaff(row.staff ?? [])
  return {
    owed: row.owed ?? [],
    people: new Map((row.people ?? []).map((person) => [person.id, identityOf(person)])),
    views: viewsByPatient(factsOfRows(assembledResults(row)), nameOf),
    strayed: new Set(row.strayed),
    total: count?.open ?? 0,
  }
}

function named(name: string, { text, values }: Prisma.Sql): NamedStatement {
  return { name, text, values }
}

type Row = ResultLists & {
  owed: TeamTask[] | null
  people: (PatientNames & { id: string })[] | null
  staff: StaffName[] | null
  strayed: string[]
}

/** Nothing is shown that is not logged. */
function statement(page: WaitingPage): Prisma.Sql {
  const { found, columns } = resultsAsJson(resultStatements(ABOUT_OWED))
  return Prisma.sql`
    with owed as materialized (${tasksWaiting(page)}), ${found}, logged as (
      insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
      select 'results.listed', jsonb_build_object('reviews', count(*)), 0, 0, now(), '', '', '' from owed)
    select (select json_agg(json_build_object('id', id, 'patientId', patient_id, 'subjectId', subject_id, 'teamId', team_id,
        'dueOn', due_on) order by due_on, id) from owed) as owed, ${columns},
      array(select access.with_other_results(${PATIENTS}, ${SUBJECTS})) as strayed,
      (select json_agg(json_build_object('id', id, 'title', title, 'givenName', given_name, 'familyName', family_name,
          'nhsNumber', nhs_number, 'bornOn', born_on))
        from patient where id = any (${PATIENTS})) as people,
      (select json_agg(json_build_object('id', id, 'givenName', given_name, 'familyName', family_name))
        from staff where id in (${RECORDED_BY})) as staff`
}

const PATIENTS = Prisma.sql`array(select patient_id from owed)`
const SUBJECTS = Prisma.sql`array(select subject_id from owed)`

/** Only what a review is about is read, with its other versions: a patient of many years has hundreds of results. */
const ABOUT_OWED = Prisma.sql`id in (select access.results_about(${PATIENTS}, ${SUBJECTS}))`

const RECORDED_BY = Prisma.sql`
  select "recordedById" from found
  union select recorded_by_id from result_review where result_id = any ((select ids from mine)::uuid[])
  union select recorded_by_id from result_telling where result_id = any ((select ids from mine)::uuid[])`
