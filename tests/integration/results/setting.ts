import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { getResult } from '@/lib/results/queries'
import { reviewResult } from '@/lib/results/review-result'
import { filedResult, followedUp, type PathwayPlan } from '@/tests/factories/results'
import { shippedProtocol } from '@/tests/unit/reference/protocols'
import { makeSetting } from '../care-plans/setting'

type Review = Parameters<typeof reviewResult>[1]
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
    /** A result that stands by itself, whatever else the person is followed up for. */
    alone: (patientId: string) => filedResult(clinician, patientId, { answers: 'none' }),
    /** A review as the page that was just opened posts it. */
    async review(place: { patientId: string; resultId: string }, change: Partial<Review> = {}) {
      const { result } = await getResult(clinician, place)
      return reviewResult(clinician, {
        patientId: place.patientId,
        resultId: result.id,
        judgementId: result.judgementId,
        decision: 'continue',
        repeatOn: null,
        suspendUntil: null,
        note: null,
        ...change,
      })
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
