import type { Page } from '@playwright/test'
import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { begin, expectDone, rowsAbout } from '../steps/lists'

const LETTER = 'Five years are over. Please refer back urgently if anything points to its return.'

/** The page of the ledger says that one person is followed up, and not lost. */
async function nobodyIsLost(page: Page, people: string): Promise<void> {
  await page.goto('/follow-up/ledger')
  await expect(page.getByRole('main')).toContainText(people)
  await expect(page.getByRole('main')).toContainText('Nobody is lost, and nothing is owed twice.')
}

test('One person goes from the diagnosis over five years of follow-up to the letter at the end, and is never lost', async ({
  stage,
  at,
}) => {
  test.setTimeout(180_000)
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const supportWorker = await stage.employBeside(clinician, { role: 'support_worker' })
  const gp = await stage.employ({ teams: { Z90008: 'gp' } })
  const person = await stage.patient(clinician, { bornOn: '1950-02-03' })
  await stage.register(clinician, person, 'Z90008')
  const [ward, desk] = [await at(clinician), await at(supportWorker)]

  await test.step('given four years, with a CEA out of range and a recall in them, nobody is lost at any step', async () => {
    const steps: string[] = []
    await stage.livedFourYears({ clinician, supportWorker, gp }, person, async (step) => {
      steps.push(step)
      if (step === 'decided' || step.endsWith('told')) await nobodyIsLost(desk, '1 person, 1 with an open')
    })
    expect(steps).toContain('cea 18m seen after recall')
    expect(steps).toContain('colonoscopy 48m told')
  })

  await test.step('when the last CEA is due, it is asked for, done, and its result filed by hand', async () => {
    await begin(desk, person, 'Ask for a follow-up test')
    await desk.getByRole('radio', { name: 'It was done' }).check()
    await desk.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(desk.getByRole('heading', { name: 'Worklist', level: 1 })).toBeVisible()
    await desk.goto(`/patients/${person.id}/results/new?examined=cea`)
    if ((await desk.getByRole('link', { name: 'CEA', exact: true }).count()) > 0)
      await desk.getByRole('link', { name: 'CEA', exact: true }).click()
    await desk.getByRole('textbox', { name: 'Value' }).fill('2.3')
    await fillDate(desk, 'When was the sample taken?', stage.today())
    await desk.getByRole('button', { name: 'File result' }).click()
    await expectDone(desk, 'The result has been filed')
    await nobodyIsLost(desk, '1 person, 1 with an open')
  })

  await test.step('and it is confirmed and told', async () => {
    await desk.goto('/results')
    await desk.getByRole('checkbox').first().check()
    await desk.getByRole('button', { name: 'Go on with those ticked' }).click()
    await desk.getByRole('button', { name: 'Confirm as in range' }).click()
    await expectDone(desk, 'confirmed as in range')
    await begin(desk, person, 'Tell the person a result and the next date')
    await desk.getByLabel('How was the person told?').selectOption('In person')
    await desk.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(desk.getByRole('heading', { name: 'Worklist', level: 1 })).toBeVisible()
    await nobodyIsLost(desk, '1 person, 1 with an open')
  })

  await test.step('then the worklist asks to end follow-up, and it is ended with the letter', async () => {
    await ward.goto('/worklist')
    await expect(rowsAbout(ward, person).filter({ hasText: 'End follow-up' })).toContainText('Colorectal')
    await begin(ward, person, 'End follow-up, or decide how it goes on')
    await ward.getByRole('link', { name: 'End follow-up', exact: true }).click()
    await ward.getByRole('radio', { name: 'Completed: every test was done' }).check()
    await ward.getByRole('textbox', { name: /^Letter to/ }).fill(LETTER)
    await ward
      .getByRole('textbox', { name: 'Why?' })
      .fill('Every test in range but one, and that one explained')
    await ward.getByRole('button', { name: 'End follow-up' }).click()
    await expectDone(ward, 'Follow-up has ended')
    await nobodyIsLost(ward, '0 people')
    await ward.goto('/worklist')
    await expect(rowsAbout(ward, person)).toHaveCount(0)
  })

  await test.step('and the letters about every test wait on their page, one line of the worklist', async () => {
    const line = ward.getByRole('link', { name: /^\d+ letters to post$/ })
    const count = Number.parseInt((await line.textContent()) ?? '', 10)
    expect(count).toBeGreaterThan(1)
    await line.click()
    await expect(ward.getByRole('heading', { name: 'Letters to post' })).toBeVisible()
    await expect(rowsAbout(ward, person)).toHaveCount(count)
  })

  await test.step('and the practice reads the letter', async () => {
    const practice = await at(gp)
    await practice.goto(`/patients/${person.id}/follow-up`)
    await practice.getByText('Letter to the practice').click()
    await expect(practice.getByText(LETTER)).toBeVisible()
  })
})
