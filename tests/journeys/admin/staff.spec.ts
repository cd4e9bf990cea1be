import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { expectToDo, rowsAbout } from '../steps/lists'

const PASSWORD = 'seven quiet herons wading'

test('A colleague is invited, sets a password, works, and is shut out when the account is disabled', async ({
  stage,
  at,
}) => {
  const admin = await stage.employ({ organisations: { ZT102: 'admin' } })
  const email = `orla.${admin.staffId.slice(-12)}@example.org`
  const [office, hers] = [await at(admin), await at(null)]
  let link = ''

  await test.step('given faults in the form, they are said', async () => {
    await office.goto('/admin/staff/invite')
    await office.getByLabel('Email address at work').fill('not an address')
    await office.getByRole('button', { name: 'Invite', exact: true }).click()
    await expectErrors(office, ['Enter an email address like name@example.org'])
  })

  await test.step('when they are put right, the link is shown once', async () => {
    await office.getByLabel('Email address at work').fill(email)
    await office.getByLabel('Given name').fill('Orla')
    await office.getByLabel('Family name').fill('Quill')
    await office.getByRole('radio', { name: 'Cancer nurse specialist' }).check()
    await office
      .getByLabel('Team', { exact: true })
      .selectOption('Westbourne General Hospital colorectal cancer team')
    await office.getByRole('radio', { name: 'Clinician' }).check()
    await office.getByRole('button', { name: 'Invite', exact: true }).click()
    link = await office.locator('code').innerText()
    expect(new URL(link).pathname).toMatch(/^\/invitation\//)
  })

  await test.step('then she sets a password that nobody would guess, and begins her day', async () => {
    await hers.goto(new URL(link).pathname)
    await hers.getByLabel('Password', { exact: true }).fill('password')
    await hers.getByLabel('The same password again').fill('password')
    await hers.getByRole('button', { name: 'Set password' }).click()
    await expectErrors(hers)
    await expect(hers.getByLabel('Password', { exact: true })).toHaveValue('')
    await expect(hers.getByLabel('The same password again')).toHaveValue('')
    await hers.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await hers.getByLabel('The same password again').fill(PASSWORD)
    await hers.getByRole('button', { name: 'Set password' }).click()
    await expect(hers.getByText('Your password is set')).toBeVisible()
    await hers.getByLabel('Email address').fill(email.toUpperCase())
    await hers.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await hers.getByRole('button', { name: 'Log in', exact: true }).click()
    await expect(hers.getByRole('heading', { name: 'Worklist' })).toBeVisible()
  })

  await test.step('and when the account is disabled, the next thing she opens is the log-in page', async () => {
    await office.goto(`/admin/staff?find=${encodeURIComponent(email)}`)
    await office.getByRole('link', { name: /QUILL/ }).click()
    await office
      .getByRole('link', { name: /Disable/ })
      .or(office.getByRole('button', { name: /Disable/ }))
      .first()
      .click()
    await office.getByRole('button', { name: 'Disable the account' }).click()
    await expect(office.getByText('every session of it has ended')).toBeVisible()
    await hers.goto('/worklist')
    await expect(hers).toHaveURL(/\/log-in/)
  })
})

test('The role of administrator counts once a second administrator has confirmed it', async ({
  stage,
  at,
}) => {
  const first = await stage.employ({ organisations: { ZT102: 'admin' } })
  const second = await stage.employ({ organisations: { ZT102: 'admin' } })
  const colleague = await stage.employ({ teams: { 'ZT102-COLORECTAL': 'clinician' }, givenName: 'Ravi' })
  const [givers, confirmers, theirs] = [await at(first), await at(second), await at(colleague)]

  await givers.goto(`/admin/staff/${colleague.staffId}/give-role`)
  await givers.getByRole('radio', { name: /^Administrator/ }).check()
  await givers.getByRole('button', { name: 'Give the role' }).click()
  await expect(givers.getByText('The role is given')).toBeVisible()
  await expect(givers.getByRole('button', { name: /Confirm/ })).toHaveCount(0)
  expect((await theirs.goto('/admin/staff'))?.status()).toBe(404)

  await confirmers.goto(`/admin/staff/${colleague.staffId}`)
  await confirmers.getByRole('button', { name: /Confirm/ }).click()
  await expect(confirmers.getByText('The role is confirmed')).toBeVisible()
  expect((await theirs.goto('/admin/staff'))?.status()).toBe(200)
})

test('An administrator’s own account is for another administrator to decide about', async ({ stage, at }) => {
  const admin = await stage.employ({ organisations: { ZT102: 'admin' } })
  const page = await at(admin)
  for (const act of ['give-team', 'give-role', 'disable', 'invite-again']) {
    await page.goto(`/admin/staff/${admin.staffId}/${act}`)
    await expect(page.getByRole('heading', { name: 'This is your own account' })).toBeVisible()
    await expect(page.locator('main').getByRole('button')).toHaveCount(0)
  }
})

test('An administrator is invited without a team', async ({ stage, at }) => {
  const admin = await stage.employ({ organisations: { ZT102: 'admin' } })
  const page = await at(admin)
  await page.goto('/admin/staff/invite')
  await page.getByLabel('Email address at work').fill(`nia.${admin.staffId.slice(-12)}@example.org`)
  await page.getByLabel('Family name').fill('Prosser')
  await page.getByRole('radio', { name: 'Cancer nurse specialist' }).check()
  await page.getByRole('radio', { name: 'A role in the organisation, and no team' }).check()
  await page.getByRole('radio', { name: 'Administrator', exact: true }).check()
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  await expect(page.getByText('No team of your organisation now')).toBeVisible()
  await expect(page.getByText(/Waits for a second administrator$/)).toBeVisible()
})

test('A team’s standards decide when things are due', async ({ stage, at }) => {
  const admin = await stage.employ({ organisations: { ZT102: 'admin' } })
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const page = await at(admin)
  await page.goto(`/admin/teams/${clinician.teamId}`)
  const days = page.getByRole('textbox', { name: /after diagnosis/i })
  await days.fill('0')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expectErrors(page, ['must be a whole number of days from 1'])
  await expect(days).toHaveValue('0')
  await days.fill('9')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByRole('alert').filter({ hasText: 'Saved' })).toBeVisible()
  await expect(days).toHaveValue('9')

  const person = await stage.patient(clinician)
  await stage.diagnosed(clinician, person, 2)
  const clinic = await at(clinician)
  await expectToDo(clinic, person, ['Offer a holistic needs assessment'])
  await expect(rowsAbout(clinic, person).first()).toContainText('in 7 days')
})

test('The help that plans offer can be added to', async ({ stage, at }) => {
  const admin = await stage.employ({ organisations: { ZT102: 'admin' } })
  const clinician = await stage.employ({ teams: { 'ZT102-COLORECTAL': 'clinician' } })
  const person = await stage.patient(clinician)
  const plan = await stage.carePlans.draftedCarePlan(clinician, person.id, clinician.teamId)
  const title = `Walking group ${person.hospitalNumber}`
  const [office, clinic] = [await at(admin), await at(clinician)]

  await office.goto('/admin/help-library/new')
  await office.getByLabel('Which concern does it help with?').selectOption('Physical: Fatigue')
  await office.getByRole('radio', { name: 'Things to try' }).check()
  await office.getByRole('textbox', { name: 'Title' }).fill(title)
  await office
    .getByRole('textbox', { name: 'What the person is told' })
    .fill('Tuesdays at ten, at the pavilion.')
  await office.getByRole('button', { name: 'Add help' }).click()
  await expect(office.getByText('The help has been saved')).toBeVisible()

  await clinic.goto(`/patients/${person.id}/care-plan/items/${plan.items[0]?.id}/actions/new`)
  await expect(clinic.getByRole('radio', { name: title })).toBeVisible()
})
