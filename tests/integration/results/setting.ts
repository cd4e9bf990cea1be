import { expect } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import { keepResult } from '@/lib/results/internal/keep-result'
import { findResults } from '@/lib/results/internal/result-rows'
import { admittedPatient } from '@/tests/factories/patients'
import { filedResult, followedUp, reviewedAsShown, type PathwayPlan } from '@/tests/factories/results'
import { shippedProtocol } from '@/tests/unit/reference/protocols'
import { makeSetting } from '../care-plans/setting'

type ReviewChange = Parameters<typeof reviewedAsShown>[2]
type Filing = Parameters<typeof filedResult>[2]

/** What tests of results start from: a team that follows people up, and how they do what the pages do. */
export async function makeResultSetting() {
  const setting = await makeSetting()
  const { clinician, breast, database } = setting
  return {
    ...setting,
    /** Somebody followed up after an operation on the prostate nine months ago, from now on: no test is due yet. */
    async followed({ patientId: known, ...plan }: Partial<PathwayPlan> & { patientId?: string } = {}) {
      const patientId = known ?? (await setting.patient())
      const pathwayId = await followedUp(clinician, patientId, breast, {
        protocol: shippedProtocol('prostate-after-surgery'),
        anchorOn: addMonths(today(), -9),
        startedOn: today(),
        ...plan,
      })
      return { patientId, pathwayId }
    },
    /** The same with the operation a year ago: the PSA of that year is due today. */
    async due() {
      const { patientId } = await this.followed({ anchorOn: addMonths(today(), -12) })
      const { rows } = await database.superuser.query<{ id: string }>(
        `select id from surveillance_test where patient_id = $1 and occurrence = '12m'`,
        [patientId],
      )
      return { patientId, testId: rows[0]?.id ?? '' }
    },
    file: (patientId: string, change: Filing = {}, actor: Actor = clinician) =>
      filedResult(actor, patientId, change),
    /** Readings of the months before today, oldest first, none of them asked about. */
    async readings(patientId: string, values: readonly [monthsAgo: number, value: string][]) {
      const ids: string[] = []
      for (const [months, value] of values) {
        const sampledOn: CalendarDate = addMonths(today(), -months)
        const confirmedSlip = 'Seen in the laboratory system'
        ids.push(await filedResult(clinician, patientId, { value, sampledOn, confirmedSlip }))
      }
      return ids
    },
    /** That a laboratory takes a result back: nobody does so by hand. */
    takeBack: (patientId: string, resultId: string) =>
      asActor(clinician, async (tx) => {
        const earlier = (await findResults(tx, { patientId })).find(({ id }) => id === resultId)!
        const { teamId, analyteCode: code, orderNumber } = earlier
        return keepResult(tx, {
          ...{ patientId, teamId, code, orderNumber, earlier },
          source: 'file',
          messageId: null,
          value: null,
          referenceRange: null,
          notes: null,
          doubts: null,
          status: 'cancelled',
          sampledOn: fromDatabaseDate(earlier.sampledOn),
          reportedAt: null,
          confirmedSlip: null,
          recordedById: clinician.staffId,
        })
      }),
    /** A result that stands by itself, whatever else the person is followed up for. */
    alone: (patientId: string) => filedResult(clinician, patientId, { answers: 'none' }),
    /** A review as the page that was just opened posts it. */
    review: (place: { patientId: string; resultId: string }, change: ReviewChange = {}) =>
      reviewedAsShown(clinician, place, change),
    /** A team of its own with so many results of somebody that wait for review, two of them out of range. */
    async manyReviews(count: number) {
      const paged = setting.urologist
      const patientId = await admittedPatient(paged, setting.urology)
      await database.superuser.query(
        `with filed as (
           insert into result (id, patient_id, team_id, source, analyte_code, value_text, value, unit, status, sampled_on)
           select uuidv7(), $1, $2, 'by_hand', 'psa', '0.05', 0.05, 'µg/L', 'final', current_date - place
           from generate_series(1, $3::int) as place returning id, patient_id, team_id, sampled_on
         ), judged as (
           insert into result_judgement (id, patient_id, result_id, team_id, is_in_range, alerts)
           select uuidv7(), patient_id, id, team_id, sampled_on < current_date - 2, '[]' from filed
         )
         insert into task (id, kind, patient_id, team_id, due_on, subject_id)
         select uuidv7(), 'review_result', patient_id, team_id, sampled_on + 2 + extract(day from sampled_on)::int / 10, id from filed`,
        [patientId, setting.urology, count],
      )
      return { paged, count }
    },
    closures: async (patientId: string, kind: string) => {
      const { rows } = await database.superuser.query<{ closure: string }>(
        `select closure::text from task where patient_id = $1 and kind = $2::task_kind and closed_at is not null order by id`,
        [patientId, kind],
      )
      return rows.map(({ closure }) => closure)
    },
    row: (resultId: string) =>
      asActor(clinician, (tx) =>
        tx.result.findUniqueOrThrow({
          where: { id: resultId },
          include: { judgements: { orderBy: { id: 'asc' } }, reviews: true, releases: true, tellings: true },
        }),
      ),
    /** The ODS code of the practice that somebody is registered with; null where none is known. */
    practiceOf: async (patientId: string) => {
      const { rows } = await database.superuser.query<{ code: string }>(
        `select team.code from care_relationship as care join team on team.id = care.team_id and team.kind = 'practice'
         where care.patient_id = $1 and care.ended_on is null`,
        [patientId],
      )
      expect(rows.length).toBeLessThan(2)
      return rows[0]?.code ?? null
    },
    reviewsOwed: async (patientId: string) =>
      (await setting.openTasks(patientId, 'review_result')).map(
        ({ subject_id, team_id, due_on, detail }) => ({
          subject_id,
          team_id,
          due_on,
          detail,
        }),
      ),
    count: async (table: 'result' | 'inbound_message' | 'unmatched_result') => {
      const { rows } = await database.superuser.query<{ n: number }>(
        `select count(*)::int as n from ${table}`,
      )
      return rows[0]?.n ?? 0
    },
  }
}

export type ResultSetting = Awaited<ReturnType<typeof makeResultSetting>>
