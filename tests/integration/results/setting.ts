import { asActor } from '@/lib/access/as-actor'
import type { Actor } from '@/lib/access/actor'
import { addMonths, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { filedResult, followedUp, type PathwayPlan } from '@/tests/factories/results'
import { shippedProtocol } from '@/tests/unit/reference/protocols'
import { makeSetting } from '../care-plans/setting'

type Filing = Parameters<typeof filedResult>[2]

/** What tests of results start from: a team that follows people up, and how they do what the pages do. */
export async function makeResultSetting() {
  const setting = await makeSetting()
  const { clinician, breast, database } = setting
  return {
    ...setting,
    /** Somebody followed up after an operation on the prostate nine months ago, from now on: no test is due yet. */
    async followed(plan: Partial<PathwayPlan> = {}) {
      const patientId = await setting.patient()
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
    row: (resultId: string) =>
      asActor(clinician, (tx) =>
        tx.result.findUniqueOrThrow({
          where: { id: resultId },
          include: { judgements: { orderBy: { id: 'asc' } }, reviews: true, releases: true },
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
