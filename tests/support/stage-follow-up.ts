import { readFileSync } from 'node:fs'
import type { Protocol } from '@/lib/follow-up/protocol'
import type { FollowUpPlan, PersonalPlan } from '@/tests/factories/follow-up'
import type { Person, Worker } from './stage'

/** What `openStage` has to arrange of follow-up and results. Loaded in the workers alone, as everything there. */
export async function followUpStage() {
  const followUp = await import('@/tests/factories/follow-up')
  const results = await import('@/tests/factories/results')
  const protocols = await import('@/tests/factories/protocols')
  const clock = await import('@/lib/platform/clock')
  const { addDays, addMonths } = await import('@/lib/nhs/calendar-date')
  return {
    followUp,
    results,
    /** A message came about the person that gives another date of birth. @returns what waits to be settled */
    resultUnmatched: async (by: Worker, person: Person): Promise<string> => {
      const { unmatchedMessage } = await import('@/tests/factories/unmatched-results')
      const organisationId = by.memberships[0]?.organisationId ?? ''
      return unmatchedMessage(by, organisationId, { ...person, bornOn: '1900-01-01' })
    },
    /** The laboratory's file that tests have, sent and not filed yet. @returns its id */
    resultFileSent: async (by: Worker): Promise<string> => {
      const { stageResultFile } = await import('@/lib/results/stage-result-file')
      const bytes = readFileSync('tests/data/laboratory-results.csv')
      const { fileId } = await stageResultFile(by, { teamId: by.teamId, fileName: 'results.csv', bytes })
      return fileId
    },
    /**
     * Somebody followed up after an operation on the prostate, without a test that is due yet.
     *
     * @param change what their protocol says otherwise than the one that ships
     * @param months since the operation
     * @returns the pathway's id
     */
    followedUp: async (
      by: Worker,
      person: Person,
      change: Partial<Protocol> = {},
      months = 9,
    ): Promise<string> => {
      const anchorOn = addMonths(clock.today(), -months)
      const protocol = { ...protocols.knownProtocol('prostate-after-surgery'), ...change }
      const plan = { protocol, anchorOn, startedOn: clock.today() }
      return results.followedUp(by, person.id, by.teamId, plan)
    },
    /**
     * A PSA of somebody followed up that was confirmed as in range and is to be told.
     *
     * @returns the result's id
     */
    confirmedInRange: async (
      by: Worker,
      person: Person,
      said: { answers?: 'none' } = {},
    ): Promise<string> => {
      const { confirmResults } = await import('@/lib/results/confirm-results')
      const { getResult } = await import('@/lib/results/queries')
      const resultId = await results.filedResult(by, person.id, said)
      const patientId = person.id
      const { judgementId } = (await getResult(by, { patientId, resultId })).result
      await confirmResults(by, { results: [{ patientId, resultId, judgementId }] })
      return resultId
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
    /** Something otherwise for one person than their protocol says. */
    changedForPerson: async (
      by: Worker,
      place: { patientId: string; pathwayId: string },
      change: PersonalPlan,
    ) => followUp.changedForPerson(by, place, change),
  }
}
