import { expect } from 'vitest'
import type { Actor } from '@/lib/access/actor'
import { beginCare } from '@/lib/care-teams/begin-care'
import { endCare } from '@/lib/care-teams/end-care'
import { changeRegisteredPractice, getPracticeChoice } from '@/lib/patients/change-registered-practice'
import { correctDeath } from '@/lib/patients/correct-death'
import { recordDeath } from '@/lib/patients/record-death'
import { today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { recordedContact } from '@/tests/factories/contacts'
import { inDays, type ContactPlace, type ContactSetting } from './setting'

export const DEEDS = [
  'contact',
  'contact by the practice',
  'call back',
  'not reached',
  'escalate',
  'hand to a person',
  'hand to urology',
  'decide',
  'promise an appointment',
  'move it',
  'see',
  'not needed',
  'move practice',
  'refer',
  'end the care of breast, hand over',
  'end the care of breast, close',
  'die',
  'come back',
] as const
export type Deed = (typeof DEEDS)[number]

/** What can be thrown at somebody who comes too late or is let go of; anything else is a fault. */
const TOO_LATE = [NotFound, NotAllowed, RuleBroken, Stale]

/** A person of the breast team, and whatever may happen to those who get in touch about them. */
export async function beginCourse(setting: ContactSetting) {
  const { clinician, urologist, breast, urology, practice, otherPractice, gp } = setting
  const patientId = await setting.patient()
  const contacts: string[] = []

  const ask = async <Row>(text: string): Promise<Row[]> =>
    (await setting.database.superuser.query(text, [patientId])).rows as Row[]
  /** Breast as long as it cares, then urology. */
  const whoActs = async (): Promise<Actor> => {
    const cares = await ask(
      `select 1 from care_relationship where patient_id = $1 and ended_on is null and team_id = '${breast}'`,
    )
    return cares.length > 0 ? clinician : urologist
  }
  const version = async () =>
    (await ask<{ version: number }>('select version from patient where id = $1'))[0]?.version ?? 0
  const last = (): ContactPlace => {
    const contactId = contacts.at(-1)
    if (!contactId) throw new NotFound()
    return { patientId, contactId }
  }
  const record = async (actor: Actor) =>
    contacts.push(await recordedContact(actor, patientId, { teamId: '' }))
  const answer = async (change: Parameters<ContactSetting['answer']>[1]) =>
    setting.answer(last(), change, await whoActs())
  const change = async (to: Parameters<ContactSetting['change']>[1]) =>
    setting.change(last(), to, await whoActs())
  const end = (openTasks: string) =>
    endCare(clinician, { patientId, teamId: breast, openTasks, reason: 'Moved away' })
  const move = async () => {
    const actor = await whoActs()
    const choice = await getPracticeChoice(actor, patientId)
    const practiceId = choice.current?.id === practice ? otherPractice : practice
    await changeRegisteredPractice(actor, { patientId, version: choice.version, practiceId })
  }
  const deeds: Record<Deed, () => Promise<unknown>> = {
    contact: async () => record(await whoActs()),
    'contact by the practice': () => record(gp),
    'call back': () => answer({ step: 'called_back' }),
    'not reached': () => answer({ step: 'not_reached', againOn: today() }),
    escalate: () => answer({ step: 'escalated' }),
    'hand to a person': () => answer({ step: 'handed_to', handTo: `staff:${clinician.staffId}` }),
    'hand to urology': () => answer({ step: 'handed_to', handTo: `team:${urology}` }),
    decide: () => answer({ outcome: 'advice_only' }),
    'promise an appointment': () => answer({ outcome: 'appointment', appointmentOn: inDays(3) }),
    'move it': () => change({ step: 'moved', appointmentOn: inDays(20) }),
    see: () => change({ step: 'seen' }),
    'not needed': () => answer({ step: 'ended' }),
    'move practice': move,
    refer: () => beginCare(clinician, { patientId, teamId: urology }),
    'end the care of breast, hand over': () => end(urology),
    'end the care of breast, close': () => end('close'),
    die: async () =>
      recordDeath(await whoActs(), {
        patientId,
        version: await version(),
        diedOn: today(),
        isChecked: true,
        isDateRight: true,
      }),
    'come back': async () =>
      correctDeath(await whoActs(), { patientId, version: await version(), reason: 'Mistaken' }),
  }
  return {
    patientId,
    /** Does several things at once; who comes too late is told so. */
    async happen(all: readonly Deed[]): Promise<void> {
      const results = await Promise.allSettled(all.map((deed) => deeds[deed]()))
      for (const result of results)
        if (result.status === 'rejected' && !TOO_LATE.some((kind) => result.reason instanceof kind))
          throw result.reason
    },
  }
}

export type Course = Awaited<ReturnType<typeof beginCourse>>

type Kept = {
  said: string[]
  outcome: string | null
  team: string
  /** Whether a clinician of the team that has it now was asked. */
  asked: boolean
  owed: string[]
  died: boolean
}

/** What must hold whatever happened, told apart from the rules: straight from what is stored. */
export async function expectNobodyWaits({ database }: ContactSetting, { patientId }: Course): Promise<void> {
  const { rows } = await database.superuser.query<Kept>(
    `select array(select kind::text from contact_event where contact_id = contact.id) as said,
       (select outcome::text from contact_event where contact_id = contact.id and kind = 'decided') as outcome,
       coalesce((select to_team_id from contact_event where contact_id = contact.id and to_team_id is not null
         order by id desc limit 1), team_id) as team,
       exists (select from contact_event as asked where asked.contact_id = contact.id and asked.kind = 'escalated'
         and not exists (select from contact_event as handed where handed.contact_id = contact.id
           and handed.kind = 'handed_to' and handed.to_staff_id is null and handed.id > asked.id)) as asked,
       array(select format('%s %s', kind, task.team_id) from task where subject_id = contact.id and closed_at is null
         order by kind::text) as owed,
       died_on is not null as died
     from contact join patient on patient.id = contact.patient_id where patient_id = $1`,
    [patientId],
  )
  for (const { said, outcome, team, asked, owed, died } of rows) {
    const by = (...kinds: string[]) => kinds.map((kind) => `${kind} ${team}`)
    const isOver = said.some((kind) => kind === 'seen' || kind === 'ended')
    if (died || isOver) expect(owed).toEqual([])
    else if (outcome === 'appointment') expect(owed).toEqual(by('see_after_contact'))
    else if (outcome) expect(owed).toEqual([])
    else if (asked) expect(owed).toEqual(by('answer_contact'))
    else expect(owed).toEqual(by('answer_contact', 'escalate_contact'))
  }
}
