import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import { fileAssessment } from '@/lib/needs-assessments/file-assessment'
import { getRecord } from '@/lib/patients/record/get-record'
import { routes } from '@/lib/platform/routes'
import { getPracticeHome } from '@/lib/tasks/practice-home'
import { getWorklist } from '@/lib/tasks/worklist'
import { parseWorklistFilter } from '@/lib/tasks/worklist-filter'
import { readSql, type BenchDatabase } from './database'
import type { RequestOf } from './measure'
import { blankForm, posted } from './posting'
import { actorOf, type Viewer, type Viewers } from './sessions'
import { recorded, retold, type Statement } from './statements'

/** One thing that is measured: as a page or form of the service, and as the statements behind it. */
export type BenchCase = {
  readonly name: string
  readonly status: number
  /** Makes ready for one more run. */
  prepare?: () => Promise<void>
  /** How the service is asked; called once for each run. */
  requests: (origin: string) => Promise<RequestOf>
  /** The statements of one request; null for a page that asks the database nothing. Called once for each run. */
  statements: (() => Promise<(turn: number) => Statement[] | null>) | null
  /** Whether the statements are sent together, as hot reads are, or each waits for the one before. */
  oneWait: boolean
}

/** The place in `items` for this turn: viewers take turns, and each goes through their own people. */
function viewerAt(viewers: readonly Viewer[], turn: number): { viewer: Viewer; patientId: string } {
  const viewer = viewers[turn % viewers.length]
  if (!viewer) throw new Error('nobody is logged in')
  const patientId = viewer.patients[Math.floor(turn / viewers.length) % viewer.patients.length] ?? ''
  return { viewer, patientId }
}

export function logInPage(): BenchCase {
  return {
    name: 'log-in page',
    status: 200,
    oneWait: true,
    requests: async () => () => ({ path: routes.logIn(), headers: {} }),
    statements: null,
  }
}

export function worklistPage({ clinicians }: Viewers): BenchCase {
  return readingPage({
    name: 'worklist page',
    viewers: clinicians,
    pathOf: () => routes.worklist(),
    read: async (viewer) => {
      await getWorklist(await actorOf(viewer), parseWorklistFilter({}))
    },
  })
}

export function recordPage({ clinicians }: Viewers): BenchCase {
  return readingPage({
    name: 'record page',
    viewers: clinicians,
    pathOf: routes.patient,
    read: async (viewer, patientId) => {
      await getRecord(await actorOf(viewer), patientId)
    },
  })
}

export function practiceHome({ practitioners }: Viewers): BenchCase {
  return readingPage({
    name: 'practice home',
    viewers: practitioners,
    pathOf: () => routes.practiceHome(),
    read: async (viewer) => {
      await getPracticeHome(await actorOf(viewer), 1)
    },
  })
}

type ReadPage = {
  name: string
  viewers: readonly Viewer[]
  pathOf: (patientId: string) => string
  read: (viewer: Viewer, patientId: string) => Promise<void>
  /** The ids of statements that change with the person, in one order. */
  idsOf?: (patientId: string) => string[]
}

/** A page that is read, by viewers who take turns. */
export function readingPage({ name, viewers, pathOf, read, idsOf = (id) => [id] }: ReadPage): BenchCase {
  return {
    name,
    status: 200,
    oneWait: true,
    requests: async () => (turn) => {
      const { viewer, patientId } = viewerAt(viewers, turn)
      return { path: pathOf(patientId), headers: { cookie: viewer.cookie } }
    },
    statements: async () => {
      const recordings: Statement[][] = []
      for (const viewer of viewers)
        recordings.push(await recorded(() => read(viewer, viewer.patients[0] ?? '')))
      return (turn) => {
        const { viewer, patientId } = viewerAt(viewers, turn)
        const statements = recordings[turn % viewers.length] ?? []
        return about(statements, idsOf(viewer.patients[0] ?? ''), idsOf(patientId))
      }
    },
  }
}

function about(
  statements: readonly Statement[],
  recordedIds: readonly string[],
  ids: readonly string[],
): Statement[] {
  const named = (value: unknown) => ids[recordedIds.findIndex((id) => id === value)] ?? value
  return statements.map((statement) => ({ ...statement, values: statement.values.map(named) }))
}

type Draft = { patient: string; draft: string; latest: string }

/** Each filing needs a draft of its own: they are made anew before each run, twelve concerns in each. */
export function filing({ clinicians }: Viewers, database: BenchDatabase): BenchCase {
  const drafts = async () => {
    const byViewer: Draft[][] = []
    const superuser = new Pool({ connectionString: database.superuserUrl, max: 1 })
    for (const { teamId } of clinicians) byViewer.push((await superuser.query<Draft>(DRAFTS, [teamId])).rows)
    await superuser.end()
    return byViewer
  }
  return {
    name: 'filing 12 concerns',
    status: 303,
    oneWait: false,
    prepare: () => prepareDrafts(clinicians, database),
    requests: async (origin) => {
      const byViewer = await drafts()
      const forms = await Promise.all(
        clinicians.map((viewer, place) =>
          blankForm(origin, routes.checkNeedsAssessment(byViewer[place]?.[0]?.patient ?? ''), viewer),
        ),
      )
      return (turn) => {
        const viewer = clinicians[turn % clinicians.length]
        const draft = draftAt(byViewer, turn)
        if (!viewer || !draft) return null
        const fields = {
          ...forms[turn % clinicians.length],
          patientId: draft.patient,
          submissionId: randomUUID(),
          isDateRight: 'yes',
        }
        return posted(origin, routes.checkNeedsAssessment(draft.patient), viewer, fields)
      }
    },
    statements: async () => {
      const byViewer = await drafts()
      const tellings: Awaited<ReturnType<typeof recordFiling>>[] = []
      for (const [place, viewer] of clinicians.entries())
        tellings.push(await recordFiling(viewer, byViewer[place]?.pop()))
      return (turn) => {
        const draft = draftAt(byViewer, turn)
        return draft && (tellings[turn % clinicians.length]?.(draft) ?? null)
      }
    },
  }
}

const DRAFTS = `
  select draft.patient_id as patient, draft.id as draft, draft.content ->> 'followsId' as latest
  from draft where team_id = $1 and form = 'needs_assessment' order by hashtextextended(draft.patient_id::text, 1)`

async function prepareDrafts(clinicians: readonly Viewer[], { superuserUrl }: BenchDatabase): Promise<void> {
  const superuser = new Pool({ connectionString: superuserUrl, max: 1 })
  await superuser.query(readSql('drafts'), [clinicians.map(({ teamId }) => teamId), clinicians[0]?.staffId])
  await superuser.query('vacuum analyze draft')
  await superuser.end()
}

function draftAt(drafts: readonly Draft[][], turn: number): Draft | null {
  return drafts[turn % drafts.length]?.[Math.floor(turn / drafts.length)] ?? null
}

/** Files one draft for real, and can tell what was sent as if it were about another. */
async function recordFiling(viewer: Viewer, draft: Draft | undefined) {
  if (!draft) throw new Error('there is no draft to record')
  const actor = await actorOf(viewer)
  const submission = { id: randomUUID(), action: 'bench.file' }
  const { teamId } = viewer
  const statements = await recorded(async () => {
    await actorOf(viewer)
    await fileAssessment(
      { ...actor, submission },
      { patientId: draft.patient, teamId, version: 1, isDateRight: true },
    )
  })
  const kept = new Set([viewer.staffId, teamId, actor.sessionId])
  return (other: Draft) =>
    retold(
      statements,
      new Map([
        [draft.patient, other.patient],
        [draft.draft, other.draft],
        [draft.latest, other.latest],
      ]),
      kept,
    )
}
