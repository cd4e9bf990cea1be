import { addKeyContact } from '@/lib/care-teams/add-key-contact'
import type { AboutMeWords } from '@/lib/patients/about-me'
import { changeCommunicationNeeds } from '@/lib/patients/change-communication-needs'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { editPatient, getPatientToEdit } from '@/lib/patients/edit-patient'
import { getCommunicationNeeds } from '@/lib/patients/get-communication-needs'
import { recordDeath } from '@/lib/patients/record-death'
import { tellAboutMe } from '@/lib/patients/tell-about-me'
import { ETHNIC_CATEGORIES } from '@/lib/nhs/code-lists/ethnic-category'
import { SEXES } from '@/lib/nhs/code-lists/sex'
import type { AccessibleInformationNeed } from '@/lib/nhs/code-lists/accessible-information'
import type { KeyContactRole } from '@/lib/platform/prisma-client/enums'
import type { Scene } from './scene'

const NOTHING_TOLD: AboutMeWords = {
  mostImportant: null,
  importantPeople: null,
  howToCommunicate: null,
  wellness: null,
  pleaseDo: null,
  pleaseDoNot: null,
  howToSupport: null,
  worthKnowing: null,
}

/** The person tells their story, with the support worker's help. */
export async function tells(
  scene: Scene,
  daysAgo: number,
  words: Partial<AboutMeWords>,
  number = 0,
): Promise<void> {
  const { patientId, worker } = scene
  await scene.on(daysAgo, () =>
    tellAboutMe(worker, {
      ...NOTHING_TOLD,
      ...words,
      patientId,
      number,
      supportedBy: `${worker.givenName} ${worker.familyName}`,
      toldOn: scene.day(daysAgo),
    }),
  )
}

type Needs = { language?: string; interpreter?: boolean; needs?: AccessibleInformationNeed[]; note?: string }

/** What the person needs so that they can read, hear and take part, as they said. */
export async function needs(scene: Scene, daysAgo: number, said: Needs): Promise<void> {
  const { patientId, worker } = scene
  await scene.on(daysAgo, async () => {
    const { version, interpreterRequired, preferredLanguage } = await getCommunicationNeeds(worker, patientId)
    await changeCommunicationNeeds(worker, {
      patientId,
      version,
      interpreterRequired: said.interpreter ?? interpreterRequired,
      preferredLanguage: said.language ?? preferredLanguage,
      informationNeeds: said.needs ?? [],
      communicationNote: said.note ?? null,
    })
  })
}

type Contact =
  | { role: KeyContactRole; colleague: string }
  | { role: KeyContactRole; name: string; relationship?: string; telephone?: string }

/** Somebody the person can turn to: a colleague by given name, or somebody of their own. */
export async function canTurnTo(scene: Scene, daysAgo: number, contact: Contact): Promise<void> {
  const { patientId, worker, crew } = scene
  const isColleague = 'colleague' in contact
  await scene.on(daysAgo, () =>
    addKeyContact(worker, {
      patientId,
      role: contact.role,
      staffId: isColleague ? crew.named(contact.colleague).staffId : null,
      name: isColleague ? null : contact.name,
      relationship: isColleague ? null : (contact.relationship ?? null),
      telephone: isColleague ? null : (contact.telephone ?? null),
      email: null,
      startedOn: scene.day(daysAgo),
    }),
  )
}

/** The person is registered with another practice from that day. */
export async function movesTo(scene: Scene, daysAgo: number, practiceId: string): Promise<void> {
  const { patientId, worker } = scene
  await scene.on(daysAgo, async () => {
    const { version } = await getPracticeChoice(worker, patientId)
    await changeRegisteredPractice(worker, { patientId, version, practiceId })
  })
}

/** The person left the practice, and nobody knows another one yet. */
export async function leavesPractice(scene: Scene, daysAgo: number): Promise<void> {
  await movesTo(scene, daysAgo, '')
}

/** The person says that the practice is not to have plans and summaries. */
export async function keepsFromPractice(scene: Scene, daysAgo: number): Promise<void> {
  const { patientId, worker } = scene
  await scene.on(daysAgo, async () => {
    const { record } = await getPatientToEdit(worker, patientId)
    const { sex, ethnicCategory, ...same } = record
    await editPatient(worker, {
      ...same,
      patientId,
      sex: SEXES.has(sex) ? sex : '9',
      ethnicCategory: ETHNIC_CATEGORIES.has(ethnicCategory) ? ethnicCategory : null,
      sharesWithPractice: false,
    })
  })
}

/** A death, recorded some days after it. */
export async function died(scene: Scene, daysAgo: number, recordedDaysAgo: number): Promise<void> {
  const { patientId, clinician } = scene
  await scene.on(recordedDaysAgo, async () => {
    const { version } = await getCommunicationNeeds(clinician, patientId)
    await recordDeath(clinician, { patientId, version, diedOn: scene.day(daysAgo), isChecked: true })
  })
}
