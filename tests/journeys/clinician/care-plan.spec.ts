import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { expectToDo, expectDone } from '../steps/lists'

test('A plan is not agreed until each priority has a goal or an action, and not shared against the person’s wish', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90005')
  await stage.assessments.completedAssessment(clinician, person.id, clinician.teamId)
  const page = await at(clinician)

  await test.step('given a plan just started, agreeing it says what is still missing', async () => {
    await page.goto(`/patients/${person.id}/care-plan`)
    await page.getByRole('button', { name: 'Start the plan' }).click()
    await expectDone(page, 'The plan has been started')
    await page.goto(`/patients/${person.id}/care-plan/agree`)
    await expect(page.getByRole('main')).toContainText('Still without: Fatigue, Money and benefits, Sleep')
  })

  await test.step('when each concern has a goal or is left out', async () => {
    for (const [concern, goal] of [
      ['Fatigue', 'Walk to the park'],
      ['Money and benefits', 'Know what I can claim'],
    ]) {
      await page.goto(`/patients/${person.id}/care-plan`)
      await page.getByRole('link', { name: `Change what matters and the goal for ${concern}` }).click()
      await page.getByRole('textbox', { name: 'What would they like to reach?' }).fill(goal ?? '')
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expectDone(page, 'Changes to the concern have been saved')
    }
    await page.getByRole('link', { name: 'Change what matters and the goal for Sleep' }).click()
    await page.getByRole('checkbox', { name: 'Leave this concern out of the plan for now' }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expectDone(page, 'Changes to the concern have been saved')
  })

  await test.step('it is agreed by her son for her, and stays with the hospital', async () => {
    await page.goto(`/patients/${person.id}/care-plan/agree`)
    await page.getByRole('radio', { name: /^Somebody else/ }).check()
    await page.getByRole('radio', { name: 'No, do not share it' }).check()
    await page.getByRole('button', { name: 'Agree the plan' }).click()
    await expectErrors(page, ['Enter the name of whoever agreed for the person'])
    await page.getByRole('textbox', { name: 'Their name' }).fill('Karim Bell')
    await page.getByRole('textbox', { name: 'How they are related' }).fill('Son')
    await page.getByRole('button', { name: 'Agree the plan' }).click()
    await expectDone(page, 'not shared with the practice')
    await expect(page.getByRole('main')).toContainText('Karim Bell')
  })

  await test.step('then the practice is sent nothing', async () => {
    const atPractice = await at(await stage.employ({ teams: { Z90005: 'gp' } }))
    await atPractice.goto(`/patients/${person.id}`)
    await expect(atPractice.getByRole('link', { name: /Shared care plan/ })).toHaveCount(0)
  })
})

test('An agreed plan stays as it was, and the next version says what changed', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90005')
  await stage.carePlans.agreedCarePlan(clinician, person.id, clinician.teamId)
  const page = await at(clinician)

  await test.step('given an agreed plan, a changed goal begins the next version', async () => {
    await page.goto(`/patients/${person.id}/care-plan`)
    await page.getByRole('link', { name: 'Change what matters and the goal for Fatigue' }).click()
    await page.getByRole('textbox', { name: 'What would they like to reach?' }).fill('Dance at the wedding')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByRole('main')).toContainText('Being prepared')
    await expectToDo(page, person, [
      'Finish an action of the care plan',
      'Finish an action of the care plan',
      'Discuss concerns and agree the care plan',
      'Review the care plan',
    ])
  })

  await test.step('when it is agreed', async () => {
    await page.goto(`/patients/${person.id}/care-plan/agree`)
    await page.getByRole('radio', { name: `${person.givenName} ${person.familyName}`, exact: true }).check()
    await page.getByRole('button', { name: 'Agree the plan' }).click()
    await expectDone(page, 'agreed and shared')
  })

  await test.step('then both versions can be read, each as it was, and printed', async () => {
    await expect(page.getByRole('row', { name: /^Version 2/ })).toContainText(/Goal|goal/)
    await page.goto(`/patients/${person.id}/care-plan/versions/1`)
    await expect(page.getByText('Walk to the park and back')).toBeVisible()
    await expect(page.getByText('Dance at the wedding')).toHaveCount(0)
    await page.goto(`/patients/${person.id}/care-plan/print`)
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('Dance at the wedding')).toBeVisible()
    await expect(page.getByText(person.nhsNumberShown).filter({ visible: true })).not.toHaveCount(0)
    await expect(page.getByRole('navigation', { name: 'Menu' })).toBeHidden()
  })
})

test('A plan is reviewed, concern by concern, and goes on', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.carePlans.agreedCarePlan(clinician, person.id, clinician.teamId, {
    actions: [{ owner: 'team' }],
  })
  const page = await at(clinician)
  await page.goto(`/patients/${person.id}/care-plan/review`)

  await page.getByRole('radio', { name: 'The plan is finished' }).check()
  await page.getByRole('button', { name: 'Save review' }).click()
  await expectErrors(page, ['Select what came of Fatigue'])

  for (const [concern, outcome, score] of [
    ['Fatigue', 'Better', '4'],
    ['Money and benefits', 'No longer a concern', '0'],
    ['Sleep', 'Worse', '7'],
  ]) {
    const about = page.getByRole('region', { name: concern })
    await about.getByRole('radio', { name: outcome }).check()
    await about.getByRole('textbox', { name: 'Score now' }).fill(score ?? '')
  }
  await page.getByRole('button', { name: 'Save review' }).click()
  await expectErrors(page, ['1 action is still to be done'])
  await page.getByRole('radio', { name: 'With a next version of the plan, to be agreed' }).check()
  await page.getByRole('button', { name: 'Save review' }).click()
  await expectDone(page, 'The review has been recorded')
  await page.goto(`/patients/${person.id}`)
  await expect(page.getByRole('listitem').filter({ hasText: 'Sleep' })).toContainText('7')
})

test('A plan can be declined, and that is told apart from one that could not be made', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const person = await stage.patient(clinician)
  await stage.carePlans.draftedCarePlan(clinician, person.id, clinician.teamId)
  const page = await at(clinician, { javaScriptEnabled: false })
  await page.goto(`/patients/${person.id}/care-plan/decline`)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Select what happened')
  await page.getByRole('radio', { name: 'The person did not want the plan' }).check()
  await page.getByRole('textbox', { name: 'Why?' }).fill('Manages well')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('main')).toContainText('Declined')
  await expectToDo(page, person, [])
})

test('Two clinicians agree the same plan, and it is agreed once', async ({ stage, at }) => {
  const first = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician', {
    givenName: 'Ines',
    familyName: 'Marlow',
  })
  const person = await stage.patient(first)
  await stage.carePlans.draftedCarePlan(first, person.id, first.teamId)
  const [hers, theirs] = [await at(first), await at(await stage.employBeside(first))]
  for (const page of [hers, theirs]) {
    await page.goto(`/patients/${person.id}/care-plan/agree`)
    await page.getByRole('radio', { name: `${person.givenName} ${person.familyName}`, exact: true }).check()
    await fillDate(page, 'When was it agreed?', stage.today())
  }
  await hers.getByRole('button', { name: 'Agree the plan' }).click()
  await expectDone(hers, 'The plan has been agreed')
  await theirs.getByRole('button', { name: 'Agree the plan' }).click()
  await expect(theirs.getByRole('alert').filter({ hasText: 'There is a problem' })).toContainText(
    'Ines Marlow',
  )
  await hers.goto(`/patients/${person.id}/care-plan`)
  await expect(hers.getByRole('row', { name: /^Version/ })).toHaveCount(2)
})
