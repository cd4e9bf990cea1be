import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { markPlanSeen } from '@/lib/care-plans/mark-plan-seen'
import { addDays } from '@/lib/nhs/calendar-date'
import { atInstant, today } from '@/lib/platform/clock'
import { getPracticeHome } from '@/lib/tasks/practice-home'
import { markSummarySeen } from '@/lib/treatment-summaries/mark-summary-seen'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { agreed, agreedCarePlan, registeredWith, reviewedCarePlan } from '@/tests/factories/care-plans'
import { admittedPatient } from '@/tests/factories/patients'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import { askedOfPractice, signedSummary as sentSummary } from '@/tests/factories/practice-requests'
import { amendedSummary, shownSummary, signedSummary } from '@/tests/factories/treatment-summaries'
import { freshApplication } from '@/tests/support/application'
import type { TestDatabase } from '@/tests/support/database'

describe('the home of somebody who works in two practices', () => {
  let database: TestDatabase
  let clinician: Actor
  let gp: Actor
  let breast: string
  let practices: string[]

  beforeAll(async () => {
    database = await freshApplication()
    const { owner } = database.pools
    clinician = await actorAtWork(owner, { teams: { 'ZT101-BREAST': 'clinician' } })
    gp = await actorAtWork(owner, { teams: { Z90001: 'gp', Z90002: 'gp' } })
    breast = await teamId(owner, 'ZT101-BREAST')
    practices = [await teamId(owner, 'Z90001'), await teamId(owner, 'Z90002')]
  })
  afterAll(() => database.drop())

  const daysAgo = <Result>(days: number, work: () => Promise<Result>) =>
    atInstant(new Date(`${addDays(today(), -days)}T12:00:00Z`), work)

  const registered = async (familyName: string, place: number) => {
    const patientId = await admittedPatient(clinician, breast, { familyName })
    await registeredWith(clinician, patientId, practices[place] ?? '')
    return patientId
  }
  const names = (rows: readonly { family_name: string }[]) => rows.map((row) => row.family_name)

  it('has the summaries of both: not read first, oldest first, then the last five that were read', async () => {
    for (const [familyName, place, days, isRead] of [
      ['Newer', 0, 2, false],
      ['Oldest', 1, 9, false],
      ['Middle', 0, 5, false],
      ...[20, 21, 22, 23, 24, 25].map((day) => [`Read${day}`, day % 2, day, true] as const),
    ] as const) {
      const patientId = await registered(familyName, place)
      const sentTo = practices[place] ?? ''
      const { deliveryId } = await daysAgo(days, () => sentSummary(clinician, patientId, breast, { sentTo }))
      if (isRead && deliveryId) await markSummarySeen(gp, { deliveryId })
    }
    const { summaries } = await getPracticeHome(gp, 1)
    const read = ['Read20', 'Read21', 'Read22', 'Read23', 'Read24']
    expect(names(summaries)).toEqual(['Oldest', 'Middle', 'Newer', ...read])
  })

  it('has of each summary its newest version alone', async () => {
    const patientId = await registered('Again', 0)
    const { summary } = await signedSummary(clinician, patientId)
    const amended = await amendedSummary(clinician, summary)
    await signTreatmentSummary(clinician, shownSummary(amended))
    const { summaries } = await getPracticeHome(gp, 1)
    const hers = summaries.filter(({ family_name }) => family_name === 'Again')
    expect(hers.map(({ number }) => number)).toEqual([2])
  })

  it('has the plans of both in the same order, and of each its newest version alone', async () => {
    for (const [familyName, place, days, next] of [
      ['Recent', 0, 3, null],
      ['Earlier', 1, 8, null],
      ['Seen', 1, 12, 'seen'],
      ['Twice', 0, 30, 'again'],
    ] as const) {
      const patientId = await registered(familyName, place)
      const plan = await daysAgo(days, () => agreedCarePlan(clinician, patientId, breast))
      const shareId = plan.versions[0]?.shares[0]?.id ?? ''
      if (next === 'seen') await markPlanSeen(gp, { shareId })
      if (next === 'again')
        await daysAgo(1, async () => agreed(clinician, await reviewedCarePlan(clinician, plan, 'continue')))
    }
    const { plans } = await getPracticeHome(gp, 1)
    expect(plans.map(({ family_name, number }) => `${family_name} ${number}`)).toEqual([
      'Earlier 1',
      'Recent 1',
      'Twice 2',
      'Seen 1',
    ])
  })

  it('has what both are asked, the first due first', async () => {
    for (const [familyName, place, days] of [
      ['Third', 0, 1],
      ['First', 1, 40],
      ['Second', 0, 20],
    ] as const) {
      const patientId = await registered(familyName, place)
      const asking = { patientId, teamId: breast, practiceTeamId: practices[place] ?? '' }
      await daysAgo(days, () => askedOfPractice(clinician, asking))
    }
    const { requests } = await getPracticeHome(gp, 1)
    expect(names(requests).filter((name) => ['First', 'Second', 'Third'].includes(name))).toEqual([
      'First',
      'Second',
      'Third',
    ])
  })

  it('finds the tasks of practices for nobody who does not work there', async () => {
    const found = (actor: Actor) =>
      asActor(
        actor,
        (tx) => tx.$queryRaw<{ id: string }[]>`
          select id from access.most_overdue_tasks(${practices}::uuid[], array['answer_summary_request']::task_kind[], 25, null)`,
      )
    expect((await found(gp)).length).toBeGreaterThan(0)
    expect(await found(clinician)).toEqual([])
  })
})
