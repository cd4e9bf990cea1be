import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { addDays, partsOf, type CalendarDate } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { draftTreatmentSummary } from '@/lib/treatment-summaries/draft-treatment-summary'
import type { BenchCase } from './cases'
import type { BenchDatabase } from './database'
import { blankForm, posted } from './posting'
import { actorOf, type Viewer, type Viewers } from './sessions'
import { recorded, retold, type Statement } from './statements'

type LongRecord = { patient: string; diagnosis: string }
type Draft = LongRecord & { viewer: Viewer; place: number; endedOn: CalendarDate }

/** A summary of each end of treatment is drafted once, so each request is about a day of its own. */
export function draftingSummary({ clinicians }: Viewers, database: BenchDatabase): BenchCase {
  let drafted = 0
  const next = (records: readonly LongRecord[][]): Draft => draftAt(clinicians, records, drafted++)
  return {
    name: 'drafting a summary',
    status: 303,
    oneWait: false,
    requests: async (origin) => {
      const records = await longRecords(clinicians, database)
      const forms = await Promise.all(
        clinicians.map((viewer, place) =>
          blankForm(origin, routes.newTreatmentSummary(records[place]?.[0]?.patient ?? ''), viewer),
        ),
      )
      return () => {
        const { viewer, place, patient, diagnosis, endedOn } = next(records)
        const { day, month, year } = partsOf(endedOn)
        const fields = {
          ...forms[place],
          patientId: patient,
          diagnosisId: diagnosis,
          'phaseEndedOn-day': String(day),
          'phaseEndedOn-month': String(month),
          'phaseEndedOn-year': String(year),
          submissionId: randomUUID(),
        }
        return posted(origin, routes.newTreatmentSummary(patient), viewer, fields)
      }
    },
    statements: async () => {
      const records = await longRecords(clinicians, database)
      const tellings: Telling[] = []
      for (let each = 0; each < clinicians.length; each++) {
        const draft = next(records)
        tellings[draft.place] = await recordDrafting(draft)
      }
      return () => {
        const draft = next(records)
        return tellings[draft.place]?.(draft) ?? null
      }
    },
  }
}

/** Viewers take turns, and each goes through their people, every time a day further back. */
function draftAt(clinicians: readonly Viewer[], records: readonly LongRecord[][], turn: number): Draft {
  const place = turn % clinicians.length
  const viewer = clinicians[place]
  const own = records[place] ?? []
  const round = Math.floor(turn / clinicians.length)
  const record = own[round % own.length]
  if (!viewer || !record) throw new Error('there is no long record to draft from')
  return { ...record, viewer, place, endedOn: addDays(today(), -Math.floor(round / own.length)) }
}

const LONG_RECORDS = `
  select long_record.id as patient, diagnosis.id as diagnosis
  from bench.long_record as long_record join diagnosis on diagnosis.patient_id = long_record.id and diagnosis.diagnosed_on = long_record.since
  where diagnosis.team_id = $1 order by long_record.n`

async function longRecords(clinicians: readonly Viewer[], { superuserUrl }: BenchDatabase) {
  const superuser = new Pool({ connectionString: superuserUrl, max: 1 })
  const byViewer: LongRecord[][] = []
  for (const { teamId } of clinicians)
    byViewer.push((await superuser.query<LongRecord>(LONG_RECORDS, [teamId])).rows)
  await superuser.end()
  return byViewer
}

type Telling = (other: Draft) => Statement[]

/** Drafts one for real, and can tell what was sent as if it were about another person and day. */
async function recordDrafting({ viewer, patient, diagnosis, endedOn }: Draft): Promise<Telling> {
  const actor = await actorOf(viewer)
  const submission = { id: randomUUID(), action: 'bench.draft' }
  const statements = await recorded(async () => {
    await actorOf(viewer)
    const begun = { patientId: patient, diagnosisId: diagnosis, phaseEndedOn: endedOn }
    await draftTreatmentSummary({ ...actor, submission }, begun)
  })
  const kept = new Set([viewer.staffId, viewer.teamId, actor.sessionId])
  return (other) => {
    const names = new Map([
      [patient, other.patient],
      [diagnosis, other.diagnosis],
    ])
    return retold(statements, names, kept).map((statement) => ({
      ...statement,
      values: statement.values.map((value) => (isDay(value, endedOn) ? other.endedOn : value)),
    }))
  }
}

function isDay(value: unknown, day: CalendarDate): boolean {
  return (
    typeof value === 'string' &&
    value.slice(0, day.length) === day &&
    value.length <= 'yyyy-MM-dd HH:mm:ss.SSS+00:00'.length
  )
}
