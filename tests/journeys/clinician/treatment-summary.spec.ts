import { expect, test } from '../../support/journey'
import { fillDate } from '../steps/dates'
import { begin, expectDone, rowsAbout } from '../steps/lists'

test('A clinician completes and signs a summary drafted from the record, and the practice reads it', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT101-BREAST', 'clinician')
  const gp = await stage.employ({ teams: { Z90004: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90004')
  await stage.diagnosed(clinician, person, 90)
  const page = await at(clinician)

  await test.step('given a treatment that is ended on its page', async () => {
    await page.goto(`/patients/${person.id}/treatments/new`)
    await page.getByLabel('Treatment', { exact: true }).selectOption('Surgery')
    await fillDate(page, 'When did it start?', stage.addDays(stage.today(), -60))
    await fillDate(page, 'When did it end?', stage.addDays(stage.today(), -58))
    await page.getByRole('button', { name: 'Record treatment' }).click()
    await expect(page).not.toHaveURL(/treatments\/new/)
  })

  await test.step('the worklist asks for the summary, and it is started from the record', async () => {
    await begin(page, person, 'Write and sign the treatment summary')
    await page.getByRole('link', { name: 'Start a treatment summary' }).click()
    await page.getByRole('button', { name: 'Start the summary' }).click()
    await expectDone(page, 'started from the record')
    await expect(page.getByRole('main')).toContainText('Breast cancer, left From the record')
  })

  await test.step('when what is missing is filled in, and it is signed', async () => {
    await page.getByRole('button', { name: 'Check and sign' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The summary cannot be signed')
    for (const [section, ...filled] of SECTIONS) {
      await page.goto(page.url().replace(/\/sign$/, `/sections/${section}`))
      for (const [label, value, isChoice] of filled)
        await (isChoice
          ? page.getByLabel(label, { exact: true }).selectOption(value)
          : page.getByRole('textbox', { name: label, exact: true }).fill(value))
      await page.getByRole('button', { name: 'Save', exact: true }).click()
      await expectDone(page, 'The section has been saved')
      await page.getByRole('button', { name: 'Check and sign' }).click()
    }
    await expect(page.getByRole('main')).toContainText('Some letters cannot be printed')
    await expect(page.getByRole('listitem').filter({ hasText: UNPRINTABLE })).toBeVisible()
    await page.getByRole('button', { name: 'Sign the summary' }).click()
    await expectDone(page, 'signed and sent to the practice')
  })

  await test.step('then the practice finds it on its home, reads it and says so', async () => {
    const atPractice = await at(gp)
    await atPractice.goto('/practice')
    await rowsAbout(atPractice, person).getByRole('link', { name: 'New treatment summary' }).click()
    await expect(atPractice.getByRole('main')).toContainText('Breast team, 01632 960 123')
    await atPractice.getByRole('button', { name: 'Mark as read' }).click()
    await expectDone(atPractice, 'marked as read')
    const download = atPractice.waitForEvent('download')
    await atPractice.getByRole('link', { name: 'Download the letter as a PDF' }).click()
    expect((await download).suggestedFilename()).toBe('treatment-summary-letter-version-1.pdf')
  })
})

/** Holds a sign of ancient Egypt, which no typeface of ours has. */
const UNPRINTABLE = '𓀀mun'

type Filled = readonly [label: string, value: string, isChoice?: boolean]

/** What no record knows, by section. */
const SECTIONS: readonly (readonly [section: string, ...filled: Filled[]])[] = [
  ['who', ['Consultant', 'Dr Bina Rao']],
  ['diagnosis', ['Stage', 'Stage IIA']],
  ['treatment', ['Intent of treatment', 'Curative', true], ['Response to treatment', 'None was left']],
  [
    'contacts',
    ['In working hours', 'Breast team, 01632 960 123'],
    ['At other times', 'Advice line, 01632 960 124'],
  ],
  ['plan', ['Follow-up', 'A mammogram every year']],
  ['information', ['What they have been told', `That treatment went well, ${UNPRINTABLE}`]],
  ['administration', ['Medical exemption certificate for prescriptions (FP92A)', 'Yes', true]],
]
