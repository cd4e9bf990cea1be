import { expect, test } from '../../support/journey'
import { answerNo, whoCalled } from '../steps/contact-form'
import { expectDone } from '../steps/lists'

test('A practice records a contact, and sees what the hospital team decides', async ({ stage, at }) => {
  const clinician = await stage.employInNewTeam('ZT102-COLORECTAL', 'clinician')
  const gp = await stage.employ({ teams: { Z90005: 'gp' } })
  const person = await stage.patient(clinician)
  await stage.register(clinician, person, 'Z90005')
  const [atPractice, atHospital] = [await at(gp), await at(clinician)]

  await test.step('given a person of the practice, it asks the hospital team, and hears by when', async () => {
    await atPractice.goto(`/patients/${person.id}`)
    await atPractice.getByRole('link', { name: 'Contacts: who got in touch' }).click()
    await atPractice.getByRole('link', { name: 'Record a contact' }).click()
    await answerNo(atPractice)
    await whoCalled(atPractice, 'practice', 'A new lump beside the scar, seen in surgery')
    await atPractice.getByRole('button', { name: 'Record contact' }).click()
    await expectDone(atPractice, 'an answer comes by')
    await expect(atPractice.getByRole('heading', { name: 'What happens next' })).toHaveCount(0)
  })

  await test.step('when the team decides, the practice reads it', async () => {
    await atHospital.goto('/contacts')
    await atHospital.getByRole('link', { name: 'New or worse symptom' }).first().click()
    await atHospital.getByRole('radio', { name: 'It is decided' }).check()
    await atHospital.getByLabel('What was decided?').selectOption('Tests asked for')
    await atHospital.getByRole('textbox', { name: 'What was said' }).fill('Ultrasound on Thursday')
    await atHospital.getByRole('button', { name: 'Save' }).click()
    await expectDone(atHospital, 'What happened next has been recorded')
    await atPractice.reload()
    await expect(atPractice.getByText('Ultrasound on Thursday')).toBeVisible()
  })
})
