import { answerContact } from '@/lib/re-access/answer-contact'
import { getContact } from '@/lib/re-access/queries'
import { recordedContact } from '@/tests/factories/contacts'
import { offered } from '../care'
import type { Scene, Story } from '../scene'

const breast = { team: 'ZT101-BREAST' } as const

/** People who got in touch after their treatment: waiting, promised an appointment, answered. */
export const CONTACT_STORIES: readonly Story[] = [
  {
    ...breast,
    situation: 'Rang yesterday with a swollen leg: Beryl was asked, and has not answered',
    person: { givenName: 'Nerys', familyName: 'Talbot' },
    practice: 'Z90001',
    diagnosedDaysAgo: 60,
    tell: waits,
  },
  {
    ...breast,
    situation: 'Wrote a letter about a lump: an appointment in five days',
    person: { givenName: 'Elsie', familyName: 'Winslade' },
    practice: 'Z90002',
    diagnosedDaysAgo: 62,
    tell: isToBeSeen,
  },
  {
    ...breast,
    situation: 'Her daughter rang about a travel letter: answered at once',
    person: { givenName: 'Mabel', familyName: 'Sugden' },
    practice: 'Z90001',
    diagnosedDaysAgo: 58,
    tell: wasAnswered,
  },
]

async function waits(scene: Scene): Promise<void> {
  const { patientId, teamId, clinician, worker } = scene
  await offered(scene, 40, 'declined')
  const contactId = await scene.on(1, () =>
    recordedContact(worker, patientId, {
      teamId,
      flags: { swollen_leg: 'yes' },
      words: 'My left leg has been swollen and sore since I got off the coach',
      callBackNumber: '01632 960431',
    }),
  )
  const { staffId } = clinician
  await answered(scene, 1, contactId, {
    step: 'escalated',
    clinician: staffId,
    note: 'Left calf 3 cm bigger',
  })
}

async function isToBeSeen(scene: Scene): Promise<void> {
  const { patientId, teamId, worker } = scene
  await offered(scene, 41, 'declined')
  const contactId = await scene.on(4, () =>
    recordedContact(worker, patientId, {
      teamId,
      channel: 'letter',
      reason: 'worry_of_return',
      words: 'There is a hard place beside my scar that was not there at Easter',
      flags: { severe_breathlessness: 'not_asked', bleeding: 'not_asked' },
    }),
  )
  await answered(scene, 3, contactId, {
    step: 'decided',
    outcome: 'appointment',
    appointmentOn: scene.day(-5),
    note: 'Rang her: well otherwise, no red flag. To be examined in clinic',
  })
}

async function wasAnswered(scene: Scene): Promise<void> {
  const { patientId, teamId, worker } = scene
  await offered(scene, 39, 'declined')
  await scene.on(6, () =>
    recordedContact(worker, patientId, {
      teamId,
      caller: 'carer',
      callerName: 'Her daughter Ruth',
      reason: 'practical',
      words: 'Can my mother fly, and who writes the letter for the insurance?',
      next: 'answered',
      outcome: 'advice_only',
      note: 'She may fly. The practice writes the letter; told what to ask for',
    }),
  )
}

type Answer = Pick<Parameters<typeof answerContact>[1], 'step' | 'note'> &
  Partial<Parameters<typeof answerContact>[1]>

/** The clinician says what came of it, that many days ago. */
async function answered(scene: Scene, daysAgo: number, contactId: string, answer: Answer): Promise<void> {
  const { patientId, clinician } = scene
  await scene.on(daysAgo, async () => {
    const { version } = (await getContact(clinician, { patientId, contactId })).contact
    const nothing = { outcome: null, appointmentOn: null, againOn: null, clinician: '', handTo: '' }
    await answerContact(clinician, { patientId, contactId, version, ...nothing, ...answer })
  })
}
