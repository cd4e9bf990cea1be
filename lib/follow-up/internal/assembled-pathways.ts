import 'server-only'
import { listFromJson, readDates } from '@/lib/platform/rows-as-json'
import type { PathwayRow, TestRow } from './pathway-rows'

const DATES = {
  pathways: ['anchorOn', 'startedOn', 'suspendedOn', 'endedOn'],
  patient: ['bornOn', 'diedOn'],
  decision: ['decidedOn'],
  protocols: ['recordedAt'],
  events: ['on', 'byOn', 'recordedAt'],
  tests: ['dueOn', 'windowFrom', 'overdueOn', 'settledAt', 'openedAt'],
  told: ['on'],
} as const

type Own = Omit<PathwayRow, 'protocols' | 'events' | 'tests' | 'tellings'>
type Told = TestRow['events'][number]
type Telling = PathwayRow['tellings'][number] & { patientId: string }

/** What belongs to a pathway or test is read by its own list, as in a subquery for each row security would be asked anew for each. */
export type PathwayLists = {
  pathways: string | null
  protocols: string | null
  events: string | null
  tests: string | null
  told: string | null
  toldElsewhere: string | null
}

/** Pathways of the lists in which one statement gives them. */
export function assembledPathways(lists: PathwayLists): PathwayRow[] {
  const protocols = byPathway(listFromJson<PathwayRow['protocols'][number]>(lists.protocols, DATES.protocols))
  const events = byPathway(listFromJson<PathwayRow['events'][number]>(lists.events, DATES.events))
  const told = Map.groupBy(listFromJson<Told>(lists.told, DATES.told), ({ testId }) => testId)
  const tests = byPathway(
    listFromJson<Omit<TestRow, 'events'>>(lists.tests, DATES.tests).map((test) =>
      Object.assign(test, { events: told.get(test.id) ?? [] }),
    ),
  )
  const tellings = tellingsByPatient(lists, [...tests.values()].flat())
  const pathways = listFromJson<Own>(lists.pathways, DATES.pathways)
  for (const { patient, decision } of pathways) {
    readDates(patient, DATES.patient)
    readDates(decision, DATES.decision)
  }
  return pathways.map((pathway) => ({
    ...pathway,
    protocols: protocols.get(pathway.id) ?? [],
    events: events.get(pathway.id) ?? [],
    tests: tests.get(pathway.id) ?? [],
    tellings: tellings.get(pathway.patientId) ?? [],
  }))
}

function byPathway<Row extends { pathwayId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ pathwayId }) => pathwayId)
}

function tellingsByPatient(
  { toldElsewhere }: PathwayLists,
  tests: readonly TestRow[],
): ReadonlyMap<string, Telling[]> {
  const here = tests.flatMap(({ patientId, events }) =>
    events.flatMap(({ kind, on, resultIds }) => (kind === 'told' ? [{ patientId, on, resultIds }] : [])),
  )
  const all = [...here, ...listFromJson<Telling>(toldElsewhere, DATES.told)]
  return Map.groupBy(all, ({ patientId }) => patientId)
}
