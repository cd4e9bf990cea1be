import 'server-only'
import { uuidv7 } from 'uuidv7'
import type { AccessEntry } from '@/lib/access-log/record-access'
import type { PatientDetails } from '@/lib/interop/hl7/patient-details'
import type { Stated } from '@/lib/interop/hl7/stated'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { changesOf, type PatientFields, type PatientRecord } from './patient-fields'
import { readStatedRecord, standingSince, writeStated } from './internal/stated-rows'
import { partsThatCount, type StatedPart } from './stated-parts'
import { statedRecordOf } from './stated-record'

export type Statement = {
  patientId: string
  messageId: string
  /** When it was recorded there: what was said later stands. */
  saidAt: Date
  patient: PatientDetails
  /** Moved by `moveStatedPractice`; here it is only kept that it was said. */
  practice: Stated<unknown>
}

export type TakenStatement = {
  /** What the access log has to hold, for the end of the transaction. */
  entries: AccessEntry[]
  /** Parts of the record that it says something of which cannot be read. */
  unreadable: StatedPart[]
  /** Nothing was said or entered of the practice later than this. */
  isLastWordOnPractice: boolean
}

/**
 * Takes in what another system says of somebody who is known for sure: names, sex, language and how to reach them. Of each part of the
 * record the last word counts, by when it was said there or entered here. Of somebody who has died nothing is changed.
 */
export async function takeStatement(tx: Tx, statement: Statement): Promise<TakenStatement> {
  const { patientId, messageId, saidAt, patient, practice } = statement
  const record = await readStatedRecord(tx, patientId)
  if (record.diedOn) return { entries: [], unreadable: [], isLastWordOnPractice: false }
  const { said, unreadable } = statedRecordOf(patient, record)
  if (practice.state === 'stated' || practice.state === 'cleared') said.practice = {}
  const parts = partsThatCount(said, saidAt, await standingSince(tx, patientId))
  await tx.patientStatement.createMany({
    data: [{ id: uuidv7(), patientId, messageId, saidAt, parts: Object.keys(said), recordedAt: now() }],
  })
  const fields: Partial<PatientFields> = Object.assign({}, ...parts.map((part) => said[part]))
  const changed = await change(tx, record, fields)
  const entry = {
    event: 'patient.changed',
    patientId,
    detail: { source: 'message', fields: changed },
  } as const
  return {
    entries: changed.length > 0 ? [entry] : [],
    unreadable,
    isLastWordOnPractice: parts.includes('practice'),
  }
}

/** @returns the fields that changed */
async function change(tx: Tx, record: PatientRecord, fields: Partial<PatientFields>): Promise<string[]> {
  const changes = changesOf(record, fields)
  if (Object.keys(changes).length === 0) return []
  for (const each of Object.values(changes)) each.source = 'message'
  await writeStated(tx, { ...record, ...fields }, changes)
  return Object.keys(changes)
}
