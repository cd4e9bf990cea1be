import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { expectToDo, begin, expectDone, rowsAbout } from '../steps/lists'

test('A practice declines what it is asked, and the hospital team finds another way', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const gp = await stage.employ({ teams: { Z90004: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90004')
  await stage.carePlans.agreedCarePlan(clinician, person.id, clinician.teamId, {
    actions: [{ owner: 'practice', what: 'Bone density scan' }],
  })
  const [atPractice, atHospital] = [await at(gp), await at(clinician)]

  await test.step('given a request, the practice must say why not', async () => {
    await atPractice.goto('/practice')
    await rowsAbout(atPractice, person).getByRole('link', { name: 'Bone density scan' }).click()
    await atPractice.getByRole('radio', { name: 'No, we cannot do this' }).check()
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expectErrors(atPractice, ['Enter why the practice cannot do it'])
    await atPractice.getByRole('textbox', { name: 'Why not?' }).fill('No scanner here')
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expectDone(atPractice, 'The answer has been sent')
  })

  await test.step('when the hospital team sees the reason, it gives the action to itself', async () => {
    await begin(atHospital, person, 'Find another way: the practice cannot do an action')
    await expect(atHospital.getByText('No scanner here')).toBeVisible()
    await atHospital.getByRole('link', { name: 'Change or take out this action' }).click()
    await atHospital.getByRole('radio', { name: clinician.memberships[0]?.teamName, exact: true }).check()
    await atHospital.getByRole('button', { name: 'Save action' }).click()
    await expectDone(atHospital, 'Saved')
  })

  await test.step('then it is the team’s, and the practice has nothing left to answer', async () => {
    await expectToDo(atHospital, person, [
      'Discuss concerns and agree the care plan',
      'Finish an action of the care plan',
      'Review the care plan',
    ])
    await atPractice.goto('/practice')
    await expect(rowsAbout(atPractice, person).filter({ hasText: 'Bone density scan' })).toHaveCount(0)
  })
})

test('Somebody moves practice: the old one keeps what it was sent, the new one gets the plan', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90004')
  const plan = await stage.carePlans.agreedCarePlan(clinician, person.id, clinician.teamId)
  const share = plan.versions[0]?.shares[0]?.id
  const atHospital = await at(clinician)
  const [atOld, atNew] = [
    await at(await stage.employ({ teams: { Z90004: 'gp' } })),
    await at(await stage.employ({ teams: { Z90003: 'gp' } })),
  ]

  await atHospital.goto(`/patients/${person.id}/registered-practice`)
  await atHospital
    .getByLabel('Which practice is the person registered with?')
    .selectOption('The Avenue Practice (Z90003)')
  await atHospital.getByRole('button', { name: 'Save practice' }).click()
  await expect(atHospital).not.toHaveURL(/registered-practice/)

  await atNew.goto('/practice')
  await expect(rowsAbout(atNew, person).getByRole('link', { name: 'New care plan' })).toBeVisible()
  expect((await atOld.goto(`/patients/${person.id}`))?.status()).toBe(404)
  expect((await atOld.goto(`/practice/plans/${share}`))?.status()).toBe(200)
  await expect(atOld.getByText('no longer registered with your practice')).toBeVisible()
  expect((await atNew.goto(`/practice/plans/${share}`))?.status()).toBe(404)
})
