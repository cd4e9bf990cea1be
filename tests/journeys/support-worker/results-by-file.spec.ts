import { resultFile } from '@/tests/factories/result-files'
import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { expectDone } from '../steps/lists'

const csv = (buffer: Buffer) => ({ name: 'results.csv', mimeType: 'text/csv', buffer })

for (const javaScriptEnabled of [true, false])
  test(`A file of results is looked through before anything is filed, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
    stage,
    at,
  }) => {
    const worker = await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker')
    const clinician = await stage.employ({ teams: { [worker.memberships[0]?.teamCode ?? '']: 'clinician' } })
    const person = await stage.patient(clinician)
    const { nhsNumber, familyName, givenName, bornOn } = person
    const fits = { nhsNumber, familyName, givenName, bornOn, value: '<0.01' }
    const file = resultFile([fits, { ...fits, bornOn: '1900-01-01' }, { ...fits, unit: '' }, fits])
    const page = await at(worker, { javaScriptEnabled })

    await test.step('given the file, each row says what becomes of it, and why', async () => {
      await page.goto('/results/files')
      await page.getByLabel('File').setInputFiles(csv(file))
      await page.getByRole('button', { name: 'Send and review' }).click()
      await expect(page.getByRole('heading', { name: 'Review a file of results' })).toBeVisible()
      await expect(page.getByRole('row', { name: /^3 / })).toContainText('date of birth is another')
      await expect(page.getByRole('row', { name: /^4 / })).toContainText('has no unit')
      await expect(page.getByRole('row', { name: /^5 / })).toContainText('An earlier row says the same')
      await expect(page.getByRole('row', { name: /^2 / })).toHaveCount(0)
      await page.getByRole('link', { name: 'All rows' }).click()
      await expect(page.getByRole('row', { name: /^2 / })).toContainText('<0.01')
    })

    await test.step('when it is filed, what fits waits for review and the rest for a person', async () => {
      await page.getByRole('button', { name: 'File 1 result, leave 2 to a person' }).click()
      await expectDone(page, 'The file was dealt with')
      await page.getByRole('link', { name: 'results that could not be filed' }).click()
      await expect(page.getByRole('main')).toContainText('The number has no unit')
      await page.goto('/results')
      await expect(page.getByRole('main')).toContainText(person.nhsNumberShown)
    })

    await test.step('then the same file again has nothing to file', async () => {
      await page.goto('/results/files')
      await page.getByLabel('File').setInputFiles(csv(file))
      await page.getByRole('button', { name: 'Send and review' }).click()
      await expect(page.getByText('Nothing in this file has to be filed')).toBeVisible()
      await page.getByRole('button', { name: 'Put this file away' }).click()
      await expectDone(page, 'The file was put away')
    })
  })

test('A file that is no list of results is refused whole, with the reason', async ({ stage, at }) => {
  const page = await at(await stage.employInNewTeam('ZT102-UROLOGY', 'support_worker'))
  await page.goto('/results/files')
  await page.getByRole('button', { name: 'Send and review' }).click()
  await expectErrors(page)
  await page.getByLabel('File').setInputFiles(csv(Buffer.from('NHS Number,Surname\r\n9994180002,Okafor')))
  await page.getByRole('button', { name: 'Send and review' }).click()
  await expectErrors(page)
  await expect(page.getByRole('alert').filter({ hasText: 'no column Forename' })).toBeVisible()
})
