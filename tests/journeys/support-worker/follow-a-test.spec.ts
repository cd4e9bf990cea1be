import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { begin, expectDone, rowsAbout } from '../steps/lists'
import { expectProblems } from '../steps/problems'

test('A support worker and a nurse see a PSA through, from asking for it to the person knowing, without JavaScript', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker')
  const nurse = await stage.employBeside(worker, { role: 'clinician' })
  const person = await stage.patient(nurse)
  await stage.onFollowUp(nurse, person, { monthsAgo: 6 })
  const page = await at(worker, { javaScriptEnabled: false })
  const say = async (what: string) => {
    await page.getByRole('radio', { name: what }).check()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  }

  await test.step('given a PSA that is due, it is asked for, and the person does not come', async () => {
    await begin(page, person, 'Ask for a follow-up test')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expectProblems(page, ['Select what happened'])
    await say('It was asked for')
    await begin(page, person, 'See that a follow-up test was done')
    await say('The person did not come')
    await begin(page, person, 'Ask for a follow-up test')
    await say('It was asked for')
  })

  await test.step('when it was done, its result is looked for, and filed by hand', async () => {
    await begin(page, person, 'See that a follow-up test was done')
    await say('It was done')
    await page.goto('/worklist')
    await expect(rowsAbout(page, person).filter({ hasText: 'Find the result' })).toContainText('PSA, done')
    await page.goto(`/patients/${person.id}/results/new?examined=psa`)
    if ((await page.getByRole('link', { name: 'PSA', exact: true }).count()) > 0)
      await page.getByRole('link', { name: 'PSA', exact: true }).click()
    await page.getByRole('textbox', { name: 'Value' }).fill('<0.01')
    await fillDate(page, 'When was the sample taken?', stage.today())
    await page.getByRole('button', { name: 'File result' }).click()
    await expectDone(page, 'The result has been filed')
  })

  await test.step('and a nurse confirms it, the worker tells the person, and the form asks how', async () => {
    const ward = await at(nurse)
    await ward.goto(`/patients/${person.id}`)
    await expect(ward.getByRole('listitem').filter({ hasText: /^PSA.+Result to review$/ })).toHaveCount(1)
    await ward.goto('/results')
    await ward.getByRole('checkbox').first().check()
    await ward.getByRole('button', { name: 'Go on with those ticked' }).click()
    await ward.getByRole('button', { name: 'Confirm as in range' }).click()
    await expectDone(ward, 'confirmed as in range')
    await begin(page, person, 'Tell the person a result and the next date')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expectProblems(page, ['Select how the person was told'])
    await page.getByLabel('How was the person told?').selectOption('Telephone')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
  })

  await test.step('then nothing waits, the next PSA is planned, and the story of the test can be read', async () => {
    await page.goto(`/patients/${person.id}`)
    await expect(page.getByRole('listitem').filter({ hasText: /^Next: PSA/ })).toHaveCount(1)
    await page.goto(`/patients/${person.id}/follow-up`)
    await expect(page.getByRole('row').filter({ hasText: 'Told' })).toHaveCount(1)
    await page.getByRole('row').filter({ hasText: 'Told' }).getByRole('link').click()
    const story = page.getByRole('listitem')
    await expect(story.filter({ hasText: 'Did not come' })).toHaveCount(1)
    await expect(story.filter({ hasText: 'Told the result' })).toHaveCount(1)
  })
})
