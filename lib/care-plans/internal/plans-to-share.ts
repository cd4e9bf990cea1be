import 'server-only'
import type { Tx } from '@/lib/platform/database'
import type { AgreedVersion, LivePlan } from '../care-plan'
import { standingOf } from '../rules'

/** As much of a plan as sharing its agreed version takes, without what it says: a job reads it too. */
export type PlanToShare = {
  patientId: string
  team: Pick<LivePlan['team'], 'id' | 'name'>
  /** Newest first. */
  versions: (Pick<AgreedVersion, 'id' | 'number'> & {
    shares: Pick<AgreedVersion['shares'][number], 'id' | 'teamId' | 'seenAt'>[]
  })[]
}

/** The plans of a patient, and whether a practice may have them: not where the person said no, or has died. */
export async function findPlansToShare(
  tx: Tx,
  patientId: string,
): Promise<(PlanToShare & { mayBeShared: boolean })[]> {
  const plans = await tx.carePlan.findMany({
    where: { patientId },
    orderBy: { id: 'asc' },
    select: {
      patientId: true,
      team: { select: { id: true, name: true } },
      patient: { select: { sharesWithPractice: true, diedOn: true } },
      events: { orderBy: { id: 'asc' }, select: { kind: true, versionNumber: true } },
      versions: {
        orderBy: { number: 'desc' },
        select: {
          id: true,
          number: true,
          shares: { orderBy: { id: 'asc' }, select: { id: true, teamId: true, seenAt: true } },
        },
      },
    },
  })
  return plans.map(({ events, patient, ...plan }) => ({
    ...plan,
    mayBeShared:
      patient.sharesWithPractice && patient.diedOn === null && !standingOf(events).isKeptFromPractice,
  }))
}
