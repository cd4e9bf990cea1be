import type { Page } from '@playwright/test'
import { expect, test } from '../../support/journey'
import type { Shown } from '../../support/stage'
import { checkAndFile, pickConcern, tellHowItWasDone } from '../steps/assessment-form'
import { fillDate } from '../steps/dates'
import { expectToDo, begin, expectDone, rowsAbout } from '../steps/lists'

const BLOOD_COUNT = 'Blood count, to look for causes of the tiredness'

test('From a hospital’s list to an agreed plan, an answer of the practice and a finished action', async ({
  stage,
  at,
}) => {
  const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker', { familyName: 'Patel' })
  const clinician = await stage.employBeside(worker, { role: 'clinician', familyName: 'Adeyemi' })
  const gp = await stage.employ({ teams: { Z90007: 'gp' } })
  const invented = stage.invented({ sex: '1' })
  const person = stage.asShown(invented)
  const bytes = await stage.fileOf([invented], { practice: 'Z90007', icd10Code: 'C61' })
  const atWorkersDesk = await at(worker)
  const atCliniciansDesk = await at(clinician)
  const atPractice = await at(gp)

  await test.step('given a list from the hospital, the support worker looks it through and imports it', async () => {
    await atWorkersDesk.goto('/patients/import')
    await atWorkersDesk
      .getByLabel('File')
      .setInputFiles({ name: 'urology.csv', mimeType: 'text/csv', buffer: Buffer.from(bytes) })
    await atWorkersDesk.getByRole('button', { name: 'Send and review' }).click()
    await atWorkersDesk.getByLabel('Rows').selectOption('Accepted')
    await atWorkersDesk.getByRole('button', { name: 'Filter' }).click()
    await expect(rowsAbout(atWorkersDesk, person)).toContainText('Accepted')
    await atWorkersDesk.getByRole('button', { name: 'Import the 1 accepted row' }).click()
    await expectDone(atWorkersDesk, 'The patients were imported')
  })

  await test.step('when she offers an assessment from the worklist, it is accepted and is hers to record', async () => {
    await begin(atWorkersDesk, person, 'Offer a holistic needs assessment')
    await atWorkersDesk.getByRole('radio', { name: 'Offered and accepted' }).check()
    await atWorkersDesk.getByRole('button', { name: 'Save offer' }).click()
    await expectDone(atWorkersDesk, `Saved for ${person.banner}: Offer a holistic needs assessment`)
    await expectDone(atWorkersDesk, 'Next for this person: Record the holistic needs assessment')
    await expectToDo(atWorkersDesk, person, ['Record the holistic needs assessment'])
    await expect(rowsAbout(atWorkersDesk, person)).toContainText('Me')
  })

  await test.step('and records it with him', async () => {
    await begin(atWorkersDesk, person, 'Record the holistic needs assessment')
    await tellHowItWasDone(atWorkersDesk)
    await pickConcern(atWorkersDesk, { label: 'Fatigue', score: 8, words: 'Worn out by lunchtime' })
    await pickConcern(atWorkersDesk, { label: 'Money and benefits', score: 6 })
    await atWorkersDesk.getByRole('button', { name: 'Put in order Fatigue' }).click()
    await checkAndFile(atWorkersDesk)
  })

  await test.step('then the clinician makes a plan of his own priorities and agrees it with him', async () => {
    await begin(atCliniciansDesk, person, 'Discuss concerns and agree the care plan')
    await atCliniciansDesk.getByRole('button', { name: 'Start the plan' }).click()
    await expectDone(atCliniciansDesk, 'The plan has been started')
    await setGoal(atCliniciansDesk, 'Fatigue', 'Walk to the park and back')
    const dueOn = stage.addDays(stage.today(), 14)
    await addAction(atCliniciansDesk, {
      what: 'Ring to ask how pacing goes',
      who: clinician.memberships[0]?.teamName ?? '',
      dueOn,
    })
    await addAction(atCliniciansDesk, { what: BLOOD_COUNT, who: 'Northfield Surgery', dueOn })
    await atCliniciansDesk.getByRole('button', { name: 'Agree the plan' }).click()
    await atCliniciansDesk.getByRole('radio', { name: nameOf(person), exact: true }).check()
    await atCliniciansDesk.getByRole('button', { name: 'Agree the plan' }).click()
    await expectDone(atCliniciansDesk, 'shared with the practice')
  })

  await test.step('the practice sees the plan, and answers what it is asked', async () => {
    await atPractice.goto('/practice')
    await rowsAbout(atPractice, person).getByRole('link', { name: 'New care plan' }).click()
    await expect(atPractice.getByText('Walk to the park and back')).toBeVisible()
    await atPractice.getByRole('button', { name: 'Mark as seen' }).click()
    await expectDone(atPractice, 'marked as seen')
    await atPractice.goto('/practice')
    await rowsAbout(atPractice, person).getByRole('link', { name: BLOOD_COUNT }).click()
    await atPractice.getByRole('radio', { name: 'Yes, done' }).check()
    await atPractice.getByRole('textbox', { name: 'Anything the hospital team should know' }).fill('Normal')
    await atPractice.getByRole('button', { name: 'Send answer' }).click()
    await expectDone(atPractice, 'The answer has been sent')
  })

  await test.step('the clinician finishes the team’s action, with what came of it and a new score', async () => {
    await begin(atCliniciansDesk, person, 'Finish an action of the care plan')
    await atCliniciansDesk.getByRole('radio', { name: 'Yes, it was done' }).check()
    await atCliniciansDesk.getByRole('radio', { name: 'Better' }).check()
    await atCliniciansDesk.getByRole('textbox', { name: 'Score now' }).fill('4')
    await atCliniciansDesk.getByRole('button', { name: 'Finish action' }).click()
    await expectDone(atCliniciansDesk, 'Finish an action of the care plan')
    await expectDone(atCliniciansDesk, 'Next for this person: Review the care plan')
  })

  await test.step('so that nothing of it is left on the worklist but to review the plan', async () => {
    await expectToDo(atCliniciansDesk, person, ['Review the care plan'])
    await rowsAbout(atCliniciansDesk, person).getByRole('link', { name: person.banner }).click()
    await expect(atCliniciansDesk.getByRole('listitem').filter({ hasText: 'Fatigue' })).toContainText(/8.*4/)
  })
})

function nameOf({ givenName, familyName }: Shown): string {
  return `${givenName} ${familyName}`
}

async function setGoal(page: Page, concern: string, goal: string): Promise<void> {
  await page.getByRole('link', { name: `Change what matters and the goal for ${concern}` }).click()
  await page.getByRole('textbox', { name: 'What would they like to reach?' }).fill(goal)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectDone(page, 'Changes to the concern have been saved')
}

type NewAction = { what: string; who: string; dueOn: string }

async function addAction(page: Page, { what, who, dueOn }: NewAction): Promise<void> {
  await page.getByRole('link', { name: 'Add an action for Fatigue' }).click()
  await page.getByRole('textbox', { name: 'What is to be done?' }).fill(what)
  await page.getByRole('radio', { name: who, exact: true }).check()
  await fillDate(page, 'By when?', dueOn)
  await page.getByRole('button', { name: 'Add action' }).click()
  await expectDone(page, 'The action has been added')
}
