import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { NotFound } from '@/lib/platform/errors'
import { knownTests, testName } from '@/lib/results/known-tests'
import { ruleNameInFull } from './internal/alert-in-words'
import { readPathways } from './internal/read-pathways'
import { personalChanges, readSnapshots } from './internal/snapshot-history'
import type { PersonalChangeView } from './follow-up-view'
import { thresholdOf } from './override-in-words'
import type { Protocol } from './protocol'

/** A pathway that goes on, about to be changed for the person. */
export type PersonalChangePage = {
  pathwayId: string
  version: number
  protocol: Pick<Protocol, 'title' | 'version' | 'anchor'>
  tests: { code: string; name: string }[]
  /** Rules that have a number, with the protocol's own. */
  rules: { code: string; name: string; value: number; unit: string }[]
  years: number
  anchorOn: CalendarDate
  /** What is otherwise already. */
  standing: PersonalChangeView[]
}

/** @throws NotFound also where follow-up has ended or asks for nothing, NotAllowed */
export async function getPersonalChange(
  actor: Actor,
  { patientId, pathwayId }: { patientId: string; pathwayId: string },
): Promise<PersonalChangePage> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['follow_up_pathway', 'update'])
    const [known] = isUuid(pathwayId)
      ? await readPathways(tx, { ids: [pathwayId], patientIds: [patientId] })
      : []
    if (!known?.snapshot || known.row.endedOn) throw new NotFound()
    const { snapshot, row } = known
    const { protocol, anchorOn } = snapshot
    const rows = (await readSnapshots(tx, [pathwayId])).get(row.id) ?? []
    await recordAccess(tx, { event: 'follow_up.viewed', patientId, entityId: pathwayId })
    return {
      pathwayId: row.id,
      version: row.version,
      protocol,
      tests: [...new Set(protocol.items.map(({ test }) => test))].map((code) => ({
        code,
        name: testName(code),
      })),
      rules: protocol.alerts.flatMap((rule) => {
        const limit = thresholdOf(rule)
        return limit ? [{ code: rule.code, name: ruleNameInFull(rule, knownTests()), ...limit }] : []
      }),
      years: protocol.duration.years,
      anchorOn,
      standing: personalChanges({ snapshot, rows, nameOf: () => '' }),
    }
  })
}
