import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { decideFollowUp } from '@/lib/follow-up/decide-follow-up'
import { getDecision } from '@/lib/follow-up/get-decision'
import { getFollowUp } from '@/lib/follow-up/get-follow-up'
import { getProtocol } from '@/lib/follow-up/get-protocol'
import { listProtocols } from '@/lib/follow-up/list-protocols'
import { publishProtocol } from '@/lib/follow-up/publish-protocol'
import { withdrawProtocol } from '@/lib/follow-up/withdraw-protocol'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { recordedDiagnosis } from '@/tests/factories/diagnoses'
import { AFTER_PROSTATE_SURGERY, onPathway, usualDecision } from '@/tests/factories/follow-up'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { makeSetting, type Setting } from '../care-plans/setting'

let setting: Setting
let admin: Actor
beforeAll(async () => {
  setting = await makeSetting()
  admin = await actorAtWork(setting.database.pools.owner, {
    organisations: { ZT101: 'admin' },
    givenName: 'Angela',
    familyName: 'Okafor',
  })
})
afterAll(() => setting.database.drop())

const PROTOCOL = 'prostate-after-surgery'
const ownId = () => admin.organisationRoles[0]?.organisationId ?? ''
const lastNumber = async () => {
  const [organisation] = await listProtocols(admin)
  return organisation?.protocols.find(({ code }) => code === PROTOCOL)?.standing?.number ?? 0
}
const approval = { approvedBy: 'Dr Lee, lead for urology', approvedOn: today(), reason: null, isRead: true }
const publication = async (change: { version?: string; organisationId?: string } = {}) => ({
  organisationId: ownId(),
  protocol: PROTOCOL,
  version: '2026-12',
  number: await lastNumber(),
  ...approval,
  ...change,
})
const withdrawal = async () => ({
  organisationId: ownId(),
  protocol: PROTOCOL,
  number: await lastNumber(),
  reason: 'Under review',
})
const offered = async () => {
  const patientId = await setting.patient()
  const diagnosisId = await recordedDiagnosis(setting.clinician, patientId, {
    icd10Code: 'C61',
    diagnosedOn: today(),
    laterality: '8',
  })
  const page = await getDecision(setting.clinician, { patientId, diagnosisId })
  return { page, titles: page.protocols.map(({ title }) => title), patientId, diagnosisId }
}
const protocolOf = async (patientId: string) =>
  (await getFollowUp(setting.clinician, patientId)).pathways[0]?.protocol?.version

describe('publishing a protocol', () => {
  it('puts new people on the new version, and moves nobody who is on the old one', async () => {
    const early = await setting.patient()
    await onPathway(setting.clinician, early, AFTER_PROSTATE_SURGERY)
    const before = await getProtocol(admin, {
      organisationId: ownId(),
      code: PROTOCOL,
      version: '2026-12',
    })
    expect(before).toMatchObject({
      isPublished: false,
      protocol: { approval: 'for local clinical approval' },
    })
    expect(before.differences).toHaveLength(1)
    await publishProtocol(admin, await publication())
    const late = await setting.patient()
    await onPathway(setting.clinician, late, AFTER_PROSTATE_SURGERY)
    expect(await protocolOf(late)).toBe('2026-12')
    expect(await protocolOf(early)).toBe('2026-11')
    const { rows } = await setting.database.pools.auditor.query(
      `select detail from access_log where event = 'protocol.published'`,
    )
    expect(rows).toEqual([{ detail: { protocol: PROTOCOL, version: '2026-12', replaces: '2026-11' } }])
  })

  it('refuses what stands already, what does not ship, and what somebody else published meanwhile', async () => {
    const seen = await publication({ version: '2026-11' })
    await publishProtocol(admin, seen)
    await expect(publishProtocol(admin, seen)).rejects.toThrow(Stale)
    await expect(publishProtocol(admin, await publication({ version: '2026-11' }))).rejects.toThrow(
      RuleBroken,
    )
    await expect(publishProtocol(admin, await publication({ version: '1999-01' }))).rejects.toThrow(NotFound)
    const { history } = await getProtocol(admin, {
      organisationId: ownId(),
      code: PROTOCOL,
      version: '2026-11',
    })
    expect(history.map(({ version, by }) => `${version} ${by}`).slice(0, 2)).toEqual([
      '2026-11 Angela Okafor',
      '2026-12 Angela Okafor',
    ])
  })

  it('is for an administrator of that trust alone', async () => {
    const { clinician, supportWorker, gp, database } = setting
    for (const actor of [clinician, supportWorker, gp])
      await expect(publishProtocol(actor, { ...(await publication()) })).rejects.toThrow(NotAllowed)
    const other = await actorAtWork(database.pools.owner, { organisations: { ZT102: 'admin' } })
    await expect(publishProtocol(other, await publication())).rejects.toThrow(NotFound)
    await expect(
      getProtocol(other, { organisationId: ownId(), code: PROTOCOL, version: '2026-12' }),
    ).rejects.toThrow(NotFound)
  })
})

describe('a protocol that was withdrawn', () => {
  it('is offered to nobody any more, and whoever is on it stays on it', async () => {
    const patientId = await setting.patient()
    await onPathway(setting.clinician, patientId, AFTER_PROSTATE_SURGERY)
    expect((await offered()).titles).toContain('Prostate, after surgery')
    const said = await withdrawal()
    await withdrawProtocol(admin, said)
    await expect(withdrawProtocol(admin, said)).rejects.toThrow(Stale)
    await expect(withdrawProtocol(admin, await withdrawal())).rejects.toThrow(RuleBroken)
    const { titles, ...person } = await offered()
    expect(titles).not.toContain('Prostate, after surgery')
    expect(titles).toContain('Prostate, active surveillance')
    const decision = usualDecision(person.patientId, person.diagnosisId, today())
    await expect(
      decideFollowUp(setting.clinician, { ...decision, protocol: PROTOCOL }),
    ).rejects.toMatchObject({ errors: [{ field: 'protocol' }] })
    expect(await protocolOf(patientId)).toBe('2026-11')
    expect(await setting.openTasks(patientId, 'request_surveillance_test')).toHaveLength(1)
  })
})

describe('a trust that has published nothing for a cancer', () => {
  it('says who can', async () => {
    const patientId = await setting.patient()
    const diagnosisId = await recordedDiagnosis(setting.clinician, patientId, {
      icd10Code: 'C25.0',
      diagnosedOn: today(),
      laterality: '8',
    })
    const { protocols, administrators } = await getDecision(setting.clinician, { patientId, diagnosisId })
    expect(protocols).toEqual([])
    expect(administrators).toEqual(['Angela Okafor'])
  })
})
