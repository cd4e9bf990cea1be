import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { NotAllowed, NotFound } from '@/lib/platform/errors'
import { getSentSummary, getSentSummaryToPrint } from '@/lib/treatment-summaries/practice-queries'
import { letterPdf, personPdf } from '@/lib/treatment-summaries/summary-pdf'
import {
  getSummaryVersion,
  getSummaryVersionToPrint,
  type PrintedCopy,
} from '@/lib/treatment-summaries/version-queries'
import { registeredWith } from '@/tests/factories/care-plans'
import { signedSummary } from '@/tests/factories/treatment-summaries'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
beforeAll(async () => {
  setting = await makeSetting()
})
afterAll(() => setting.database.drop())

async function sent() {
  const patientId = await setting.patient({ givenName: 'Zoë' })
  const { summary } = await signedSummary(setting.clinician, patientId)
  const deliveryId = summary.versions[0]?.deliveries[0]?.id ?? ''
  return { patientId, deliveryId, wanted: { patientId, summaryId: summary.id, number: '1' } }
}

async function printsOf(patientId: string) {
  const { rows } = await setting.database.pools.auditor.query<{ detail: unknown; entity_id: string }>(
    `select detail, entity_id from access_log where patient_id = $1 and event = 'treatment_summary.printed' order by id`,
    [patientId],
  )
  return rows
}

/** As nobody can through the service: past the trigger that keeps versions as they are. */
async function alter(patientId: string): Promise<void> {
  await setting.database.superuser.query(
    `set session_replication_role = replica;
     update treatment_summary_version set content = jsonb_set(content, '{phase}', '"Other"') where patient_id = '${patientId}';
     reset session_replication_role`,
  )
}

describe('printing a signed summary', () => {
  it('is for the team, each copy recorded as printed', async () => {
    const { clinician, supportWorker } = setting
    const { patientId, wanted } = await sent()
    const printed: [Actor, PrintedCopy][] = [
      [clinician, 'letter'],
      [supportWorker, 'person'],
      [clinician, 'person_large_print'],
    ]
    for (const [actor, copy] of printed) {
      const version = await getSummaryVersionToPrint(actor, wanted, copy)
      expect(version).toMatchObject({ number: 1, signedAt: expect.any(Date) })
    }
    expect(await printsOf(patientId)).toMatchObject(
      printed.map(([, copy]) => ({ detail: { version: 1, copy } })),
    )
  })

  it('gives the same bytes each time', async () => {
    const { clinician } = setting
    const { wanted } = await sent()
    const once = async () => {
      const version = await getSummaryVersionToPrint(clinician, wanted, 'letter')
      return [await letterPdf(version), await personPdf(version, 'large')].map(({ bytes }) => bytes)
    }
    expect(await once()).toEqual(await once())
  })

  it('is refused to everybody else, and nothing is printed then', async () => {
    const { gp, urologist, clinician } = setting
    const { patientId, wanted } = await sent()
    const print = (actor: Actor, more = {}) =>
      getSummaryVersionToPrint(actor, { ...wanted, ...more }, 'letter')
    await expect(print(gp)).rejects.toThrow(NotAllowed)
    await expect(print(urologist)).rejects.toThrow(NotFound)
    await expect(print(clinician, { number: '2' })).rejects.toThrow(NotFound)
    await expect(print(clinician, { summaryId: crypto.randomUUID() })).rejects.toThrow(NotFound)
    expect(await printsOf(patientId)).toEqual([])
  })
})

describe('a practice', () => {
  it('prints what it was sent, also after the person moved, and no other practice does', async () => {
    const { clinician, gp, otherGp, otherPractice } = setting
    const { patientId, deliveryId } = await sent()
    const printed = await getSentSummaryToPrint(gp, deliveryId)
    expect(printed.content.person.givenName).toBe('Zoë')
    await expect(getSentSummaryToPrint(otherGp, deliveryId)).rejects.toThrow(NotFound)
    await expect(getSentSummaryToPrint(clinician, deliveryId)).rejects.toThrow(NotFound)
    await registeredWith(clinician, patientId, otherPractice)
    await getSentSummaryToPrint(gp, deliveryId)
    await expect(getSentSummaryToPrint(otherGp, deliveryId)).rejects.toThrow(NotFound)
    const entry = { entity_id: deliveryId, detail: { version: 1, copy: 'letter' } }
    expect(await printsOf(patientId)).toEqual([entry, entry])
  })
})

describe('a version that was altered', () => {
  it('is shown with a warning, and never printed', async () => {
    const { clinician, gp } = setting
    const { patientId, deliveryId, wanted } = await sent()
    await alter(patientId)
    expect(await getSummaryVersion(clinician, wanted)).toMatchObject({ isIntact: false })
    expect(await getSentSummary(gp, deliveryId)).toMatchObject({ isIntact: false })
    await expect(getSummaryVersionToPrint(clinician, wanted, 'letter')).rejects.toThrow(NotFound)
    await expect(getSummaryVersionToPrint(clinician, wanted, 'person')).rejects.toThrow(NotFound)
    await expect(getSentSummaryToPrint(gp, deliveryId)).rejects.toThrow(NotFound)
    expect(await printsOf(patientId)).toEqual([])
  })
})
