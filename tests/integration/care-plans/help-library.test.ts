import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { getPlanItem } from '@/lib/care-plans/action-queries'
import { getHelpEntry, getHelpLibrary } from '@/lib/care-plans/help-queries'
import { retireHelpEntry } from '@/lib/care-plans/retire-help-entry'
import { saveHelpEntry } from '@/lib/care-plans/save-help-entry'
import { NotAllowed, NotFound, Stale } from '@/lib/platform/errors'
import { draftedCarePlan } from '@/tests/factories/care-plans'
import { actorAtWork } from '@/tests/factories/people-who-work'
import { makeSetting, type Setting } from './setting'

let setting: Setting
let admin: Actor
let otherAdmin: Actor
beforeAll(async () => {
  setting = await makeSetting()
  const { owner } = setting.database.pools
  const { rows } = await owner.query<{ ods_code: string }>(
    "select ods_code from organisation where kind = 'nhs_trust' order by ods_code limit 2",
  )
  admin = await actorAtWork(owner, { organisations: { [rows[0]?.ods_code ?? '']: 'admin' } })
  otherAdmin = await actorAtWork(owner, { organisations: { [rows[1]?.ods_code ?? '']: 'admin' } })
})
afterAll(() => setting.database.drop())

const entry = (change: Partial<Parameters<typeof saveHelpEntry>[1]> = {}) => ({
  entryId: '',
  version: 1,
  organisationId: admin.organisationRoles[0]?.organisationId ?? '',
  concernCode: 'fatigue',
  kind: 'contact' as const,
  title: 'Tiredness line',
  detail: 'Ring 01632 960 123 on weekdays.',
  ...change,
})

describe('the help library', () => {
  it('is added to and suggested at once in the organisation, and nowhere else', async () => {
    const { entryId } = await saveHelpEntry(admin, entry())
    const { entries } = await getHelpLibrary(admin, 'fatigue')
    expect(entries.find(({ id }) => id === entryId)).toMatchObject({ title: 'Tiredness line', version: 1 })
    expect(entries.every(({ concernCode }) => concernCode === 'fatigue')).toBe(true)
    const { clinician, breast, patient } = setting
    const plan = await draftedCarePlan(clinician, await patient(), breast)
    const { choices } = await getPlanItem(clinician, {
      patientId: plan.patientId,
      itemId: plan.items[0]?.id ?? '',
    })
    expect(choices.help.map(({ id }) => id)).toContain(entryId)
    expect((await getHelpLibrary(otherAdmin)).entries.map(({ id }) => id)).not.toContain(entryId)
  })

  it('is changed by one at a time', async () => {
    const { entryId } = await saveHelpEntry(admin, entry())
    await saveHelpEntry(admin, entry({ entryId, title: 'First' }))
    expect((await getHelpEntry(admin, entryId)).entry).toMatchObject({ title: 'First', version: 2 })
    const late = saveHelpEntry(admin, entry({ entryId, title: 'Second' }))
    await expect(late).rejects.toThrow(Stale)
    await expect(late).rejects.toMatchObject({
      changedBy: 'Beryl Jones',
      differences: [{ label: 'Title', theirs: 'First', yours: 'Second' }],
    })
  })

  it('is retired, not deleted, and then neither suggested nor changed', async () => {
    const { entryId } = await saveHelpEntry(admin, entry())
    await expect(retireHelpEntry(admin, { entryId, version: 7 })).rejects.toThrow(Stale)
    await retireHelpEntry(admin, { entryId, version: 1 })
    await expect(getHelpEntry(admin, entryId)).rejects.toThrow(NotFound)
    await expect(saveHelpEntry(admin, entry({ entryId, version: 2 }))).rejects.toThrow(NotFound)
    await expect(retireHelpEntry(admin, { entryId, version: 2 })).rejects.toThrow(NotFound)
    const { rows } = await setting.database.superuser.query(
      'select retired_at from help_entry where id = $1',
      [entryId],
    )
    expect(rows[0].retired_at).toBeInstanceOf(Date)
  })

  it('is changed only by an administrator of the organisation', async () => {
    const { entryId } = await saveHelpEntry(admin, entry())
    const { clinician, gp } = setting
    for (const actor of [clinician, gp]) {
      await expect(saveHelpEntry(actor, entry())).rejects.toThrow(NotAllowed)
      await expect(retireHelpEntry(actor, { entryId, version: 1 })).rejects.toThrow(NotAllowed)
      await expect(getHelpLibrary(actor)).rejects.toThrow(NotAllowed)
    }
    await expect(saveHelpEntry(otherAdmin, entry())).rejects.toThrow(NotFound)
    await expect(saveHelpEntry(otherAdmin, entry({ entryId }))).rejects.toThrow(NotFound)
    await expect(retireHelpEntry(otherAdmin, { entryId, version: 1 })).rejects.toThrow(NotFound)
  })

  it('is for concerns of the catalogue', async () => {
    await expect(saveHelpEntry(admin, entry({ concernCode: 'nonsense' }))).rejects.toMatchObject({
      errors: [{ field: 'concernCode' }],
    })
  })
})
