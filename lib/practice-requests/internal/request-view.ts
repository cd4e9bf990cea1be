import 'server-only'
import { staffNames } from '@/lib/accounts/staff-names'
import type { Tx } from '@/lib/platform/database'
import { fromDatabaseDate } from '@/lib/platform/database-dates'
import type { PracticeRequestView, RequestFact } from '../request'
import type { RequestRow } from './request-rows'
import { sayerOf } from './sayer'

/** Requests as pages show them, with the names of who said what. */
export async function viewRequests(tx: Tx, rows: readonly RequestRow[]): Promise<PracticeRequestView[]> {
  const nameOf = await staffNames(
    tx,
    rows.flatMap(({ events }) => events.map(({ recordedById }) => recordedById)),
  )
  return rows.map((row) => {
    const history = row.events.map((event): RequestFact => ({
      kind: event.kind,
      on: fromDatabaseDate(event.on),
      note: event.note,
      by: sayerOf(event, row.practice, nameOf),
      at: event.recordedAt,
    }))
    return {
      id: row.id,
      patientId: row.patientId,
      summaryId: row.summaryId,
      version: row.events.length,
      code: row.code,
      what: row.what,
      detail: row.detail,
      snomedCode: row.snomedCode,
      dueOn: fromDatabaseDate(row.dueOn),
      answerDueOn: fromDatabaseDate(row.answerDueOn),
      state: row.state,
      team: { id: row.team.id, name: row.team.name, telephone: row.team.telephone },
      practice: { id: row.practice.id, name: row.practice.name, telephone: row.practice.telephone },
      answer: history.findLast(({ kind }) => kind === row.state && kind !== 'asked') ?? null,
      history,
    }
  })
}
