import type { Page } from '@playwright/test'
import { expect, test } from '../../support/journey'
import { begin, expectDone, rowsAbout } from '../steps/lists'

/** Moves to a control with Tab alone, as somebody without a mouse does. */
async function tabTo(
  page: Page,
  role: 'link' | 'checkbox' | 'radio' | 'textbox' | 'button',
  name: string | RegExp,
) {
  const wanted = page.getByRole(role, { name }).first()
  for (let presses = 0; presses < 120; presses++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(name)}`)
}

test('A nurse holds a brief review by keyboard, from the list of what is due', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const nurse = await stage.employInNewTeam('Z90005', 'gp')
  const [practice] = nurse.memberships
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, practice?.teamCode ?? '')
  await stage.diagnosed(clinician, person, 70)
  const page = await at(nurse)

  await test.step('given what the record knows, in words also where the hospital sent nothing', async () => {
    await page.goto('/practice/reviews')
    await rowsAbout(page, person)
      .getByRole('link', { name: /review/i })
      .first()
      .focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Cancer care review', level: 1 })).toBeVisible()
    await expect(page.getByText('The hospital has shared no care plan')).toBeVisible()
    await expect(page.getByText('no treatment summary for this cancer')).toBeVisible()
  })

  await test.step('when she ticks, notes and says what came of it', async () => {
    await tabTo(page, 'button', 'Hold a brief review, 5 minutes')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Brief review' })).toBeVisible()
    await tabTo(page, 'radio', 'Face to face')
    await page.keyboard.press('ArrowDown')
    await tabTo(page, 'radio', 'Not asked')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByRole('radio', { name: 'No concern' }).first()).toBeChecked()
    await tabTo(page, 'textbox', 'Note on mood')
    await page.keyboard.type('Worries at night')
    await tabTo(page, 'textbox', 'In a sentence or two')
    await page.keyboard.type('Doing well, worried about work')
    await tabTo(page, 'radio', 'Yes')
    await page.keyboard.press('Space')
    await tabTo(page, 'button', 'Continue to check answers')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Check the review' })).toBeVisible()
    await expect(page.getByText('No concern')).toBeVisible()
    await expect(page.getByText('Worries at night')).toBeVisible()
    await tabTo(page, 'button', 'Record the review')
    await page.keyboard.press('Enter')
  })

  await test.step('then it is recorded with its code, and is due no more', async () => {
    await expectDone(page, 'has been recorded')
    await expect(page.getByText('720006006')).toBeVisible()
    await page.goto('/practice/reviews')
    await expect(rowsAbout(page, person).filter({ hasText: 'First review' })).toHaveCount(0)
  })
})

test('A GP holds a full review without JavaScript, and the hospital does what it asks', async ({
  stage,
  at,
}) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const gp = await stage.employ({ teams: { Z90005: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90005')
  await stage.carePlans.agreedCarePlan(clinician, person.id, clinician.teamId)
  const diagnosisId = await stage.diagnosed(clinician, person, 40)
  const [atPractice, atHospital] = [await at(gp, { javaScriptEnabled: false }), await at(clinician)]
  const [hospital] = clinician.memberships

  await test.step('given what the person wants to talk about, noted when they rang', async () => {
    await atPractice.goto(`/patients/${person.id}/cancer-care-reviews/${diagnosisId}`)
    await expect(atPractice.getByRole('heading', { name: 'Top concerns' })).toBeVisible()
    await atPractice.getByRole('link', { name: 'Note what they want to talk about' }).click()
    await atPractice.getByRole('textbox', { name: 'In their own words' }).fill('Can I drive again?')
    await atPractice.getByRole('radio', { name: 'The person' }).check()
    await atPractice.getByRole('button', { name: 'Save' }).click()
    await expectDone(atPractice, 'has been noted')
  })

  await test.step('when the GP leaves something out, the form says what, and keeps what was typed', async () => {
    await atPractice.getByRole('button', { name: 'Hold a full review, 20 minutes' }).click()
    await expect(atPractice.getByText('Can I drive again?')).toBeVisible()
    await atPractice.getByRole('checkbox', { name: 'Smoking' }).check()
    await atPractice.getByRole('textbox', { name: 'Note on screening' }).fill('Bowel screening up to date')
    await atPractice.getByRole('button', { name: 'Continue to check answers' }).click()
    await expect(atPractice.getByRole('alert')).toContainText('Select how the review was held')
    await expect(atPractice.getByRole('checkbox', { name: 'Smoking' })).toBeChecked()
  })

  await test.step('then it is filed with an action that the hospital team owns', async () => {
    await atPractice.getByRole('radio', { name: 'Face to face' }).check()
    await atPractice
      .getByRole('textbox', { name: 'What', exact: true })
      .fill('Look at the swelling of the leg')
    await atPractice.getByRole('combobox', { name: 'Who' }).selectOption({ label: hospital?.teamName ?? '' })
    const [year, month, day] = stage.addDays(stage.today(), 10).split('-').map(Number)
    const byWhen = atPractice.getByRole('group', { name: 'By when' })
    await byWhen.getByRole('textbox', { name: 'Day' }).fill(String(day))
    await byWhen.getByRole('textbox', { name: 'Month' }).fill(String(month))
    await byWhen.getByRole('textbox', { name: 'Year' }).fill(String(year))
    await atPractice.getByRole('textbox', { name: 'In a sentence or two' }).fill('Better, but a swollen leg')
    await atPractice.getByRole('radio', { name: 'Yes' }).check()
    await atPractice.getByRole('button', { name: 'Continue to check answers' }).click()
    await expect(atPractice.getByText('Can I drive again?')).toBeVisible()
    await atPractice.getByRole('button', { name: 'Record the review' }).click()
    await expectDone(atPractice, 'has been recorded')
  })

  await test.step('and the hospital reads what came of it, and answers', async () => {
    await atHospital.goto(`/patients/${person.id}`)
    await expect(atHospital.getByText('Better, but a swollen leg')).toBeVisible()
    await expect(atHospital.getByText('Bowel screening up to date')).toHaveCount(0)
    await begin(atHospital, person, 'Do what the practice asks after its cancer care review')
    await atHospital.getByRole('radio', { name: 'It is done' }).check()
    await atHospital.getByRole('textbox', { name: 'What came of it?' }).fill('Scanned, no clot')
    await atHospital.getByRole('button', { name: 'Save' }).click()
    await expectDone(atHospital, 'Saved')
    await atPractice.reload()
    await expect(atPractice.getByText('Scanned, no clot')).toBeVisible()
  })
})
