import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import { londonDate } from '@/lib/nhs/instant'
import { howToReachEach } from '@/lib/patients/how-to-reach'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDateOrNull } from '@/lib/platform/database-dates'
import { reasonWords } from '../labels'
import { PLAIN_TEMPLATES, type ListedMessage } from '../message'
import { wordsOf } from '../templates'
import { readAnswered, readBlocksOfEach, readCared, stopsNow } from './at-the-gate'
import { letterOf } from './letter-of'
import type { NamedMessageRow } from './message-rows'

/** Messages as pages list them, with who said what and whether they would leave now. */
export async function viewMessages(tx: Tx, rows: readonly NamedMessageRow[]): Promise<ListedMessage[]> {
  const patientIds = [...new Set(rows.map(({ patientId }) => patientId))]
  const people = await howToReachEach(tx, patientIds)
  const blocks = await readBlocksOfEach(tx, patientIds)
  const cared = await readCared(tx, patientIds)
  const answered = await readAnswered(
    tx,
    rows.filter(waits).map(({ id }) => id),
  )
  const nameOf = await staffNames(
    tx,
    rows.flatMap(({ events }) => events.map(({ recordedById }) => recordedById)),
  )
  return rows.map((row) => {
    const person = people.get(row.patientId)
    const [isAnswered, isCared] = [answered.has(row.id), cared.has(row.patientId)]
    const against = blocks.get(row.patientId) ?? []
    const reason = person && waits(row) ? stopsNow({ ...row, isAnswered, isCared }, person, against) : null
    return {
      id: row.id,
      patientId: row.patientId,
      channel: row.channel,
      recipient: row.recipient,
      practiceName: row.to?.name ?? null,
      teamName: row.team.name,
      subject: subjectOf(row),
      state: row.state,
      heldBackBy: reason && reasonWords(row.channel, reason),
      writtenOn: londonDate(row.recordedAt),
      notBefore: row.notBefore,
      history: row.events.map((event) => ({
        key: event.id,
        kind: event.kind,
        detail: event.detail,
        on: fromDatabaseDateOrNull(event.on),
        at: event.recordedAt,
        by: event.recordedById && nameOf(event.recordedById),
      })),
    }
  })
}

function waits({ state }: NamedMessageRow): boolean {
  return state === 'queued' || state === 'failed'
}

function subjectOf(row: NamedMessageRow): string {
  const template = PLAIN_TEMPLATES.find((one) => one === row.template)
  if (!template) return letterOf(row).subject
  return wordsOf(template, { telephone: null }).subject
}
