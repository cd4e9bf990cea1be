import type { FollowUpPlan } from '@/tests/factories/follow-up'
import type { Person, Worker } from './stage'

/** What stages arrange about follow-up. For the server only, as all that stages do. */
export async function followUpStage() {
  const followUp = await import('@/tests/factories/follow-up')
  const results = await import('@/tests/factories/results')
  const clock = await import('@/lib/platform/clock')
  const { addDays, addMonths } = await import('@/lib/nhs/calendar-date')
  return {
    /** Somebody followed up after an operation on the prostate nine months ago, without a test that is due yet. */
    followedUp: async (by: Worker, person: Person): Promise<void> => {
      const { knownProtocol } = await import('@/tests/factories/known-protocol')
      const anchorOn = addMonths(clock.today(), -9)
      const protocol = knownProtocol('prostate-after-surgery')
      const plan = { protocol, anchorOn, startedOn: clock.today() }
      await results.followedUp(by, person.id, by.teamId, plan)
    },
    /** Somebody on follow-up after surgery of the prostate so many months ago, decided now or some months ago. */
    onFollowUp: (
      by: Worker,
      person: Person,
      {
        monthsAgo,
        decidedMonthsAgo = 0,
        ...plan
      }: { monthsAgo: number; decidedMonthsAgo?: number } & FollowUpPlan,
    ) =>
      followUp.onPathway(by, person.id, {
        ...followUp.AFTER_PROSTATE_SURGERY,
        anchorOn: addMonths(clock.today(), -monthsAgo),
        decidedOn: addMonths(clock.today(), -decidedMonthsAgo),
        ...plan,
      }),
    /** From the diagnosis to the fourth year after the operation: the last test is due today. @param check after each step */
    livedFourYears: async (
      who: { clinician: Worker; supportWorker: Worker; gp: Worker },
      person: Person,
      check: (step: string) => Promise<void>,
    ) => {
      const { fiveYears } = await import('@/tests/factories/five-years')
      const { reconsiderPathway } = await import('@/lib/follow-up/reconsider-pathway')
      const { asActor } = await import('@/lib/access/as-actor')
      const { clinician, supportWorker } = who
      const operatedOn = addMonths(clock.today(), -60)
      const night = () =>
        asActor(clinician, async (tx) => {
          const pathways = await tx.followUpPathway.findMany({ where: { patientId: person.id } })
          for (const { id } of pathways) await reconsiderPathway(tx, id)
          return null
        })
      const laboratory = async (value: string, sampledOn: string) => {
        await results.filedResult(supportWorker, person.id, { code: 'cea', unit: 'µg/L', value, sampledOn })
      }
      const story = { ...who, patientId: person.id, teamId: clinician.teamId, operatedOn, night, laboratory }
      for await (const step of fiveYears(story, 48)) await check(step)
      await night()
    },
    /** A pathway suspended today, to be looked at again in a month. */
    suspended: async (by: Worker, place: { patientId: string; pathwayId: string }) => {
      const { takesAStep } = await import('@/tests/factories/five-years')
      const byOn = addDays(clock.today(), 30)
      const step = { step: 'suspended', on: clock.today(), byOn, reason: 'Scan first' } as const
      await takesAStep(by, place, step)
    },
  }
}
