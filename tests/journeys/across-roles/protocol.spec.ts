import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { expectFaults } from '../steps/faults'
import { expectDone, rowsAbout } from '../steps/lists'

for (const javaScriptEnabled of [true, false])
  test(`A trust publishes a new version, and a clinician sees what it would change and moves one of two people${
    javaScriptEnabled ? '' : ', without JavaScript'
  }`, async ({ stage, at }) => {
    const trust = await stage.newTrust()
    const admin = await stage.employ({ organisations: { [trust.odsCode]: 'admin' } })
    const clinician = await stage.employ({ teams: { [trust.teamCode]: 'clinician' } })
    const [moves, stays] = [await stage.patient(clinician), await stage.patient(clinician)]
    for (const person of [moves, stays]) await stage.followedUp(clinician, person, {}, 25)
    const [office, clinic] = [
      await at(admin, { javaScriptEnabled }),
      await at(clinician, { javaScriptEnabled }),
    ]

    await test.step('given a new version that the administrator reads value by value', async () => {
      await office.goto('/admin/protocols')
      await office.getByRole('link', { name: 'Prostate, after surgery, version 2026-12' }).press('Enter')
      const main = office.getByRole('main')
      await expect(main).toContainText('For local clinical approval')
      await expect(office.getByRole('row', { name: /Years 3 to 5/ }).last()).toContainText('Connect Me')
      await office.getByRole('button', { name: 'Publish this version' }).click()
      await office.getByRole('button', { name: 'Publish', exact: true }).click()
      await expectFaults(
        office,
        [
          'Enter who approved it for the trust, and in which post',
          'Enter day of the approval',
          'Confirm that the trust has approved every value',
        ],
        { javaScriptEnabled },
      )
    })

    await test.step('when it is published, nobody has moved', async () => {
      await office.getByLabel('Who approved it for the trust?').fill('Dr A. Lee, lead for urology')
      await fillDate(office, 'When was it approved?', stage.today())
      await office.getByLabel('The trust has approved every value of this version').check()
      await office.getByRole('button', { name: 'Publish', exact: true }).click()
      await expectDone(office, 'Nobody has been moved')
      await clinic.goto('/follow-up')
      await clinic.getByRole('link', { name: 'Published protocols' }).click()
      await clinic.getByRole('link', { name: '2 people: see what would change' }).click()
      await expect(clinic.getByRole('main')).toContainText('2 people would have a next test on another day')
    })

    await test.step('then the clinician chooses who moves, and the other is still listed', async () => {
      await clinic.getByRole('button', { name: 'Go on with the chosen people' }).click()
      await expect(clinic.getByText('Choose one person or more')).toBeVisible()
      await clinic.getByRole('checkbox', { name: `Move ${moves.banner}` }).check()
      await clinic.getByRole('button', { name: 'Go on with the chosen people' }).click()
      await expect(rowsAbout(clinic, moves)).toContainText('earlier')
      await expect(rowsAbout(clinic, stays)).toHaveCount(0)
      await clinic.getByRole('button', { name: 'Move 1 person' }).click()
      await expectDone(clinic, '1 person moved')
      await expect(rowsAbout(clinic, moves)).toHaveCount(0)
      await expect(rowsAbout(clinic, stays)).toHaveCount(1)
      await clinic.goto(`/patients/${moves.id}/follow-up`)
      await expect(clinic.getByRole('main')).toContainText('Moved to version 2026-12')
    })
  })
