import 'server-only'
import { isClinical, isPractice, type Actor } from '@/lib/access/actor'
import { isUuid } from '@/lib/access/care-context'
import { hotRead } from '@/lib/access/hot-read'
import { today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { testName } from '@/lib/results/known-tests'
import type { RecordRow } from './record-row'
import { recordStatement } from './record-statement'
import { recordViewOf, type RecordView } from './record-view'

/** The whole record of a patient, for the page that tells the story. The view is logged. @throws NotFound */
export async function getRecord(actor: Actor, patientId: string): Promise<RecordView> {
  if (!isUuid(patientId)) throw new NotFound()
  const parts = { clinical: isClinical(actor), practice: isPractice(actor) }
  const [[row]] = await hotRead<[RecordRow[]]>(actor, recordStatement(patientId, parts))
  if (!row) throw new NotFound()
  return recordViewOf(row, actor, today(), testName)
}
