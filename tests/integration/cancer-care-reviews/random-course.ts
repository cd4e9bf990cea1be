import { expect } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import type { ReviewFacts } from '@/lib/cancer-care-reviews/review-facts'
import { reviewWindows } from '@/lib/cancer-care-reviews/review-windows'
import { changeDiagnosis } from '@/lib/diagnoses/change-diagnosis'
import { recordDiagnosis } from '@/lib/diagnoses/record-diagnosis'
import { voidDiagnosis } from '@/lib/diagnoses/void-diagnosis'
import { atInstant, today } from '@/lib/platform/clock'
import { NotAllowed, NotFound, RuleBroken, Stale } from '@/lib/platform/errors'
import { heldReview } from '@/tests/factories/cancer-care-reviews'
import { NOTHING_MORE_OF_A_DIAGNOSIS } from '@/tests/factories/diagnoses'
import { ago, type Place, type ReviewSetting } from './setting'

export const DEEDS = [
  'diagnose',
  'change the date',
  'change the code',
  'void the diagnosis',
  'invite',
  'invite',
  'decline',
  'unsuitable',
  'palliative',
  'void a fact',
  'void a review',
  'review',
  'to the practice',
  'to the other practice',
  'to no practice',
  'die',
  'come back',
] as const

/** `days` ago; `which` of the diagnoses or facts there are. */
export type Deed = { what: (typeof DEEDS)[number]; days: number; which: number }

/** What can be thrown at somebody who comes too late or asks for what cannot be; anything else is a fault. */
const REFUSED = [NotFound, NotAllowed, RuleBroken, Stale]
const CODES = ['C50.9', 'C44.5', 'C61', 'D05.1', 'D46.9']

type Row = { id: string; version: number; on: string; code: string }

/** A person of the practice, and whatever may happen to their diagnoses and reviews. */
export async function beginCourse(setting: ReviewSetting, registeredDaysAgo: number) {
  const { clinician, gp, otherGp, practice, otherPractice, database } = setting
  const patientId = await setting.patient()
  await setting.registeredSince(ago(registeredDaysAgo), patientId)

  const pick = async <Found>(text: string, which: number): Promise<Found> => {
    const { rows } = await database.superuser.query(text, [patientId])
    if (rows.length === 0) throw new NotFound()
    return rows[which % rows.length] as Found
  }
  const diagnosis = (which: number) =>
    pick<Row>(
      `select id, version, to_char(diagnosed_on, 'YYYY-MM-DD') as "on", icd10_code as code from diagnosis where patient_id = $1 order by id`,
      which,
    )
  const place = async (which: number): Promise<Place> => ({
    patientId,
    diagnosisId: (await diagnosis(which)).id,
  })
  const registered = async () => {
    const { id } = await pick<{ id: string }>(
      `select team_id as id from care_relationship join team on team.id = team_id
       where patient_id = $1 and ended_on is null and team.kind = 'practice'`,
      0,
    )
    return { teamId: id, by: id === practice ? gp : otherGp }
  }
  const told = (code: string, diagnosedOn: string) => ({
    ...NOTHING_MORE_OF_A_DIAGNOSIS,
    patientId,
    icd10Code: code,
    laterality: '8' as const,
    diagnosedOn,
  })
  const change = async ({ days, which }: Deed, what: 'date' | 'code') => {
    const { id: diagnosisId, version, on, code } = await diagnosis(which)
    const next = what === 'date' ? told(code, ago(days)) : told(CODES[days % CODES.length] ?? code, on)
    await changeDiagnosis(clinician, { ...next, diagnosisId, version })
  }
  /** Recorded today or, as if on that day, some time after it was made; then that day is over. */
  const diagnose = async (days: number, which: number) => {
    const recordedOn = ago(Math.floor((days * (which % 4)) / 3))
    const input = told(CODES[which % CODES.length] ?? 'C50.9', ago(days))
    if (recordedOn === today()) return recordDiagnosis(clinician, input)
    await atInstant(new Date(`${recordedOn}T12:00:00Z`), () => recordDiagnosis(clinician, input))
    return asActor(clinician, (tx) => reconsiderReviews(tx, [patientId]))
  }
  const as =
    (act: (place: Place, on: string, by: typeof gp) => Promise<unknown>) =>
    async ({ days, which }: Deed) =>
      act(await place(which), ago(days), (await registered()).by)
  const voidReview = async ({ which }: Deed) => {
    const fact = await pick<{ id: string }>(
      'select id from cancer_care_review where patient_id = $1 order by id',
      which,
    )
    await setting.voidReview(patientId, fact.id, (await registered()).by)
  }
  const deeds: Record<Deed['what'], (deed: Deed) => Promise<unknown>> = {
    diagnose: ({ days, which }) => diagnose(days, which),
    'change the date': (deed) => change(deed, 'date'),
    'change the code': (deed) => change(deed, 'code'),
    'void the diagnosis': async ({ which }) => {
      const { id: diagnosisId, version } = await diagnosis(which)
      await voidDiagnosis(clinician, { patientId, diagnosisId, version, reason: 'Another person' })
    },
    invite: as(setting.invite),
    decline: as(setting.decline),
    unsuitable: as((where, on, by) => setting.excuse(where, 'unsuitable', on, by)),
    palliative: as((where, on, by) => setting.excuse(where, 'palliative_care', on, by)),
    'void a fact': async ({ which }) => {
      const fact = await pick<{ id: string; diagnosisId: string }>(
        'select id, diagnosis_id as "diagnosisId" from review_fact where patient_id = $1 order by id',
        which,
      )
      await setting.voidFact({ patientId, diagnosisId: fact.diagnosisId }, fact.id, (await registered()).by)
    },
    'void a review': voidReview,
    review: async ({ days, which }) => {
      const { teamId, by } = await registered()
      await heldReview(by, { ...(await place(which)), teamId, heldOn: ago(days) })
    },
    'to the practice': () => setting.move(patientId, practice),
    'to the other practice': () => setting.move(patientId, otherPractice),
    'to no practice': () => setting.move(patientId, ''),
    die: () => setting.die(patientId),
    'come back': () => setting.comeBack(patientId),
  }
  return {
    patientId,
    /** Does several things at once; who comes too late is told so. */
    async happen(all: readonly Deed[]): Promise<void> {
      const results = await Promise.allSettled(all.map((deed) => deeds[deed.what](deed)))
      for (const result of results)
        if (result.status === 'rejected' && !REFUSED.some((kind) => result.reason instanceof kind))
          throw result.reason
    },
  }
}

export type Course = Awaited<ReturnType<typeof beginCourse>>

type Stored = Omit<ReviewFacts, 'registeredOn'> & { id: string; practice: string; registeredOn: string }

/** Exactly what the windows ask for is open, each with the practice of today and its day: told from what is stored. */
export async function expectAsTheWindowsSay(setting: ReviewSetting, { patientId }: Course): Promise<void> {
  await setting.lapse()
  const { rows } = await setting.database.superuser.query<Stored>(
    `with fact as (select * from review_fact where id not in (select entity_id from voided_fact))
     select diagnosis.id, team.id as practice, diagnosed_on::text as "diagnosedOn",
       ((diagnosis.recorded_at at time zone 'Europe/London')::date)::text as "recordedOn",
       care.started_on::text as "registeredOn", patient.died_on::text as "diedOn",
       (select min("on")::text from fact where patient_id = patient.id and kind = 'palliative_care') as "palliativeSince",
       (select min("on")::text from fact where diagnosis_id = diagnosis.id and kind = 'unsuitable') as "unsuitableSince",
       array(select "on"::text from fact where diagnosis_id = diagnosis.id and kind = 'declined') as "declinedOn",
       array(select "on"::text from fact where diagnosis_id = diagnosis.id and kind = 'invited') as "unansweredOn",
       array(select held_on::text from cancer_care_review where diagnosis_id = diagnosis.id
         and id not in (select entity_id from voided_fact)) as "reviewedOn"
     from diagnosis join patient on patient.id = diagnosis.patient_id
       join care_relationship as care on care.patient_id = patient.id and care.ended_on is null
       join team on team.id = care.team_id and team.kind = 'practice'
     where patient.id = $1 and voided_at is null and icd10_code in ('C50.9', 'C61', 'D46.9')`,
    [patientId],
  )
  const expected = rows.flatMap(({ id, practice, ...facts }) => {
    const { first, second } = reviewWindows(facts, today())
    const owed = [
      { kind: 'hold_first_review', ...first },
      { kind: 'hold_second_review', ...second },
    ].filter(({ state }) => state !== 'met' && state !== 'excused')
    return owed.map(({ kind, dueOn }) => `${kind} ${practice} ${dueOn} ${id}`)
  })
  expect(await setting.owed(patientId)).toEqual(expected.sort())
}
