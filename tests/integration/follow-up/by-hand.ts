import { changePathway, type ChangePathway } from '@/lib/follow-up/change-pathway'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getSurveillanceTest } from '@/lib/follow-up/get-test'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import type { TestStep } from '@/lib/follow-up/test-steps'
import { addMonths } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { AFTER_PROSTATE_SURGERY, onPathway, usualDecision } from '@/tests/factories/follow-up'
import type { MessageSetting } from '../messages/setting'

/** Somebody half a year after an operation of the prostate: the second PSA is due. */
export async function halfAYearAfter(setting: MessageSetting) {
  const patientId = await setting.reachable()
  const anchorOn = addMonths(today(), -6)
  const { pathwayId, diagnosisId } = await onPathway(setting.clinician, patientId, {
    ...AFTER_PROSTATE_SURGERY,
    anchorOn,
  })
  const again = {
    ...usualDecision(patientId, diagnosisId, anchorOn),
    protocol: AFTER_PROSTATE_SURGERY.protocol,
    stream: 'clinician_led' as const,
    reasons: 'PSA rising',
  }
  return { patientId, pathwayId, again }
}

/** A step of a pathway, taken today. */
export async function taken(
  setting: MessageSetting,
  { patientId, pathwayId }: { patientId: string; pathwayId: string },
  step: ChangePathway['step'],
  change: Partial<ChangePathway> = {},
) {
  const { pathways } = await getFollowUp(setting.clinician, patientId)
  const version = pathways.find(({ id }) => id === pathwayId)?.version ?? 0
  const rest = {
    on: today(),
    byOn: null,
    teamId: '',
    end: '' as const,
    letter: null,
    reason: 'To be examined',
    ...change,
  }
  await changePathway(setting.clinician, { patientId, pathwayId, version, step, ...rest })
}

/** A step of a test, said today. */
export async function said(
  setting: MessageSetting,
  { patientId, testId }: { patientId: string; testId: string },
  step: TestStep,
  change = {},
) {
  const { version } = await getSurveillanceTest(setting.clinician, { patientId, testId })
  const rest = { on: today(), toldBy: '' as const, note: null, ...change }
  await recordTestStep(setting.clinician, { patientId, testId, version, step, ...rest })
}

/** The id of a test by its occurrence, as SQL compares patterns. */
export async function testOf(
  setting: MessageSetting,
  pathwayId: string,
  occurrence: string,
): Promise<string> {
  const { rows } = await setting.database.superuser.query<{ id: string }>(
    'select id from surveillance_test where pathway_id = $1 and occurrence like $2',
    [pathwayId, occurrence],
  )
  return rows[0]?.id ?? ''
}
