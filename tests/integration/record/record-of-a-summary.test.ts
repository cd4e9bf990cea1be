import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pathwayOf } from '@/components/patients/pathway-of-record'
import type { Actor } from '@/lib/access/actor'
import { getRecord } from '@/lib/patients/record/get-record'
import { today } from '@/lib/platform/clock'
import { signTreatmentSummary } from '@/lib/treatment-summaries/sign-treatment-summary'
import { registeredWith } from '@/tests/factories/care-plans'
import { actorAtWork, teamId } from '@/tests/factories/people-who-work'
import {
  amendedSummary,
  shownSummary,
  signedSummary,
  summaryNow,
} from '@/tests/factories/treatment-summaries'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
let gpElsewhere: Actor
beforeAll(async () => {
  setting = await makeSetting()
  gpElsewhere = await actorAtWork(setting.database.pools.owner, { teams: { Z90002: 'gp' } })
})
afterAll(() => setting.database.drop())

const drawn = async (actor: Actor, patientId: string) =>
  pathwayOf(await getRecord(actor, patientId))
    .filter(({ kind }) => kind === 'treatment_summary')
    .map(({ label }) => label)

describe('the record of a person with a signed summary', () => {
  it('draws its versions on the pathway, and leads the practice to the newest that it was sent', async () => {
    const { clinician, gp, patient } = setting
    const patientId = await patient()
    const { summary } = await signedSummary(clinician, patientId)
    const again = await amendedSummary(clinician, summary)
    await signTreatmentSummary(clinician, shownSummary(again))
    const both = ['Treatment summary signed', 'Treatment summary, version 2']
    expect(await drawn(clinician, patientId)).toEqual(both)
    expect(await drawn(gp, patientId)).toEqual(both)
    expect((await getRecord(clinician, patientId)).sentSummaries).toEqual([])
    const { versions } = await summaryNow(clinician, shownSummary(summary))
    expect((await getRecord(gp, patientId)).sentSummaries).toEqual([
      {
        deliveryId: versions[0]?.deliveries[0]?.id,
        summaryId: summary.id,
        number: 2,
        signedOn: today(),
      },
    ])
  })

  it('shows a practice nothing of what was sent to another', async () => {
    const { clinician, database, patient } = setting
    const patientId = await patient()
    await signedSummary(clinician, patientId)
    await registeredWith(clinician, patientId, await teamId(database.pools.owner, 'Z90002'))
    const record = await getRecord(gpElsewhere, patientId)
    expect([record.summaries, record.sentSummaries]).toEqual([[], []])
  })
})
