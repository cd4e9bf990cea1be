import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'

const PASSWORD = 'fictitious people only'

test('A clinician logs in, works, and logs out', async ({ at }) => {
  const page = await at(null)

  await test.step('given a wrong password, the page says no more than that', async () => {
    await page.goto('/worklist')
    await expect(page).toHaveURL(/\/log-in/)
    await page.getByLabel('Email address').fill('lucy.tran@demo.example.org')
    await page.getByLabel('Password', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await expectErrors(page, ['The email address or password is not right'])
    await expect(page.getByLabel('Email address')).toHaveValue('lucy.tran@demo.example.org')
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('')
  })

  await test.step('when it is right, the day begins on the worklist', async () => {
    await page.getByLabel('Email address').fill('beryl.jones@demo.example.org')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Worklist' })).toBeVisible()
  })

  await test.step('then logging out closes the door, for the browser’s back button too', async () => {
    await page.getByRole('button', { name: 'Log out' }).click()
    await expect(page.getByText('You are logged out')).toBeVisible()
    await page.goBack()
    await expect(page).toHaveURL(/\/log-in/)
  })
})

test('Somebody logs in without JavaScript', async ({ at }) => {
  const page = await at(null, { javaScriptEnabled: false })
  const password = page.getByLabel('Password', { exact: true })

  await test.step('given a wrong password, it is gone from the page, and the address is still there', async () => {
    await page.goto('/log-in')
    await page.getByLabel('Email address').fill('nobody@demo.example.org')
    await password.fill('wrong')
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('The email address or password is not right')
    await expect(page.getByLabel('Email address')).toHaveValue('nobody@demo.example.org')
    await expect(password).toHaveValue('')
  })

  await test.step('when it is right, the day begins on the worklist', async () => {
    await page.getByLabel('Email address').fill('beryl.jones@demo.example.org')
    await password.fill(PASSWORD)
    await page.getByRole('button', { name: 'Log in', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Worklist' })).toBeVisible()
  })
})

test('Anybody can try a demo account with one press, without JavaScript too', async ({ at }) => {
  const page = await at(null, { javaScriptEnabled: false })
  await page.goto('/log-in')
  await page.getByRole('button', { name: /^Log in as Priya Raman/ }).click()
  await expect(page.getByRole('navigation', { name: 'Account' })).toContainText('Mill Lane Surgery')
})

test('A session that ended leads to the log-in page, and says why', async ({ stage, at }) => {
  const worker = await stage.employ({ teams: { 'ZC201-THERAPIES': 'support_worker' } })
  const person = await stage.patient(worker)
  const page = await at(worker)
  await page.goto(`/patients/${person.id}/about-me/tell`)
  await page.getByRole('textbox', { name: 'What is most important to me' }).fill('My garden')
  await stage.owner.query('update staff_session set ended_at = now() where id = $1', [worker.sessionId])
  await page.getByRole('button', { name: 'Save About Me' }).click()
  await expect(page.getByText('Your session has ended')).toBeVisible()
})

test('Before a session ends for want of use, the page warns, and it can go on', async ({ stage, at }) => {
  const worker = await stage.employ({ teams: { 'ZC201-THERAPIES': 'support_worker' } })
  const page = await at(worker)
  await page.clock.install()
  await page.goto('/worklist')
  const warning = page.getByRole('dialog', { name: 'You will soon be logged out' })
  // Minute by minute: the page begins to count when its script runs, which may be after it has been shown.
  await expect(async () => {
    await page.clock.fastForward('01:00')
    await expect(warning).toBeVisible({ timeout: 250 })
  }).toPass({ intervals: [0] })
  await warning.getByRole('button', { name: 'Stay logged in' }).click()
  await expect(warning).toBeHidden()
  await page.clock.fastForward('21:00')
  await expect(page).toHaveURL(/\/log-in\?ended=1/)
})

test('Somebody sees where they are logged in, and ends the others', async ({ stage, at }) => {
  const worker = await stage.employ({ teams: { 'ZC201-THERAPIES': 'support_worker' } })
  const elsewhere = await stage.again(worker)
  const [here, there] = [await at(worker), await at(elsewhere)]
  await there.goto('/worklist')
  await here.goto('/account/sessions')
  await here.getByRole('button', { name: 'End all other sessions' }).click()
  await expect(here.getByRole('alert').filter({ hasText: /ended/i })).toBeVisible()
  await there.goto('/worklist')
  await expect(there).toHaveURL(/\/log-in/)
  expect((await here.goto('/worklist'))?.status()).toBe(200)
})
