import type { Actor } from '@/lib/access/actor'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { answerContact } from '@/lib/re-access/answer-contact'
import { changeAppointment } from '@/lib/re-access/change-appointment'
import { getContact } from '@/lib/re-access/queries'
import { recordedContact, type ContactPlan } from '@/tests/factories/contacts'
import { makeSetting } from '../care-plans/setting'

type Answer = Parameters<typeof answerContact>[1]
type Change = Parameters<typeof changeAppointment>[1]

export type ContactPlace = { patientId: string; contactId: string }

/** What tests of contacts start from, and how they do what the pages do. */
export async function makeContactSetting() {
  const setting = await makeSetting()
  const { clinician } = setting
  const seen = (place: ContactPlace, actor: Actor = clinician) => getContact(actor, place)
  const versionOf = async (place: ContactPlace) => (await seen(place)).contact.version
  return {
    ...setting,
    seen,
    /** Somebody in the care of the breast team, who has just got in touch. */
    async contacted(plan: ContactPlan = {}, actor: Actor = clinician): Promise<ContactPlace> {
      const patientId = await setting.patient()
      return { patientId, contactId: await recordedContact(actor, patientId, plan) }
    },
    answer: async (place: ContactPlace, change: Partial<Answer>, actor: Actor = clinician) =>
      answerContact(actor, {
        ...place,
        version: await versionOf(place),
        step: 'decided',
        outcome: null,
        appointmentOn: null,
        againOn: null,
        clinician: '',
        handTo: '',
        note: 'Spoke for ten minutes',
        ...change,
      }),
    change: async (place: ContactPlace, change: Partial<Change>, actor: Actor = clinician) =>
      changeAppointment(actor, {
        ...place,
        version: await versionOf(place),
        step: 'seen',
        appointmentOn: null,
        note: 'As agreed on the telephone',
        ...change,
      }),
    /** What is owed for a contact: kind, team, owner, due. */
    owed: async ({ patientId, contactId }: ContactPlace) =>
      (await setting.openTasks(patientId))
        .filter(({ subject_id }) => subject_id === contactId)
        .map(({ kind, team_id, owner_staff_id, due_on }) => ({ kind, team_id, owner_staff_id, due_on })),
  }
}

export type ContactSetting = Awaited<ReturnType<typeof makeContactSetting>>

export const inDays = (days: number) => addDays(today(), days)
