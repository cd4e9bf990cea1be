import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { formatTimeForStaff } from '@/lib/nhs/instant'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import { now, today } from '@/lib/platform/clock'
import { newestQuestions } from '@/lib/re-access/questions-in-force'
import { recordContact } from '@/lib/re-access/record-contact'
import { questionsFor } from '@/lib/re-access/red-flag-questions'
import type { FlagAnswer } from '@/lib/re-access/urgency'

type Told = Parameters<typeof recordContact>[1]

export type ContactPlan = Partial<Omit<Told, 'patientId' | 'flags'>> & {
  /** Red flags that were not answered no, by code. */
  flags?: Readonly<Record<string, FlagAnswer>>
}

/** A contact as its form posts it: by telephone, just now, from the person, with no red flag, to be answered. */
export function contactTold(
  patientId: string,
  codes: readonly string[],
  { flags = {}, ...plan }: ContactPlan = {},
): Told {
  return {
    patientId,
    teamId: '',
    contactedOn: today(),
    contactedTime: formatTimeForStaff(now()),
    caller: 'patient',
    callerName: null,
    channel: 'telephone',
    reason: 'symptom',
    words: 'I have found a lump near the scar',
    callBackNumber: null,
    adviceGiven: true,
    next: 'waits',
    outcome: null,
    appointmentOn: null,
    note: null,
    flags: Object.fromEntries(codes.map((code) => [code, flags[code] ?? 'no'])),
    ...plan,
  }
}

/** The codes of the red-flag questions for a patient. */
export async function flagsToAsk(actor: Actor, patientId: string): Promise<string[]> {
  const diagnoses = await asActor(actor, (tx) => listDiagnoses(tx, patientId))
  const groups = diagnoses.map(({ icd10Code }) => tumourGroupOf(icd10Code))
  return questionsFor(newestQuestions, groups).map(({ code }) => code)
}

/** Somebody got in touch about a patient, every question asked. @returns the contact */
export async function recordedContact(
  actor: Actor,
  patientId: string,
  plan: ContactPlan = {},
): Promise<string> {
  const codes = await flagsToAsk(actor, patientId)
  return (await recordContact(actor, contactTold(patientId, codes, plan))).contactId
}
