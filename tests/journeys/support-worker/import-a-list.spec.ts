import { expectErrors } from '../../support/error-summary'
import { expect, test } from '../../support/journey'
import { expectDone, rowsAbout } from '../steps/lists'

function csv(name: string, bytes: Uint8Array) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(bytes) }
}

test('A list with faults is looked through row by row before anything is written', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const [good, nameless, twin] = [stage.invented(), stage.invented({ familyName: '' }), stage.invented()]
  const list = [good, nameless, twin, twin]
  const page = await at(worker)

  await test.step('given the list, each fault is said at its row', async () => {
    await page.goto('/patients/import')
    await page.getByLabel('File').setInputFiles(csv('list.csv', await stage.fileOf(list)))
    await page.getByRole('button', { name: 'Send and review' }).click()
    await expect(page.getByRole('row', { name: /^3 / })).toContainText('There is no surname')
    await expect(page.getByRole('row', { name: /^5 / })).toContainText('row 4')
  })

  await test.step('when it is applied, the accepted rows alone are in care', async () => {
    await page.getByRole('button', { name: 'Import 2 accepted rows' }).click()
    await expectDone(page, 'The patients were imported')
    await page.goto('/worklist?kind=offer_assessment')
    for (const person of [good, twin]) await expect(rowsAbout(page, stage.asShown(person))).toHaveCount(1)
    await expect(rowsAbout(page, stage.asShown(nameless))).toHaveCount(0)
  })

  await test.step('then the same list again changes nothing', async () => {
    await page.goto('/patients/import')
    await page.getByLabel('File').setInputFiles(csv('list.csv', await stage.fileOf(list)))
    await page.getByRole('button', { name: 'Send and review' }).click()
    await page.getByRole('button', { name: 'Import 2 accepted rows' }).click()
    await expectDone(page, 'The patients were imported')
    await expect(page.getByRole('definition').filter({ hasText: /^2$/ })).not.toHaveCount(0)
    await page.goto('/worklist?kind=offer_assessment')
    await expect(rowsAbout(page, stage.asShown(good))).toHaveCount(1)
  })
})

test('A file that is no list of patients is refused whole, with the reason', async ({ stage, at }) => {
  const page = await at(await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker'))
  await page.goto('/patients/import')
  await page.getByRole('button', { name: 'Send and review' }).click()
  await expectErrors(page)
  const files = [
    csv('picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])),
    csv('columns.csv', new TextEncoder().encode('NHS Number,Surname\r\n9990000018,Smith\r\n')),
    csv('empty.csv', new Uint8Array()),
  ]
  for (const file of files) {
    await page.getByLabel('File').setInputFiles(file)
    await page.getByRole('button', { name: 'Send and review' }).click()
    await expectErrors(page)
    await expect(page).toHaveURL(/\/patients\/import(#|$)/)
  }
})

test('A list can be put away again, and nobody is in care', async ({ stage, at }) => {
  const worker = await stage.employInNewTeam('ZC201-THERAPIES', 'support_worker')
  const person = stage.invented()
  const importId = await stage.listSent(worker, [person])
  const page = await at(worker)
  await page.goto(`/patients/import/${importId}`)
  await page.getByRole('button', { name: 'Discard this import' }).click()
  await expect(page).toHaveURL(/\/patients\/import/)
  await page.goto('/worklist')
  await expect(rowsAbout(page, stage.asShown(person))).toHaveCount(0)
})
