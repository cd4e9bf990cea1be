import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { isUuid, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { teamAsSender } from '@/lib/care-teams/team-to-call'
import type { LetterDocument } from '@/lib/documents/document'
import { ownFollowUpSheet } from '@/lib/messages/own-follow-up-sheet'
import { howToReach } from '@/lib/patients/how-to-reach'
import { getPatientIdentity } from '@/lib/patients/patient-identity'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { now, today } from '@/lib/platform/clock'
import { NotFound } from '@/lib/platform/errors'
import { ownFollowUp } from './internal/own-follow-up'
import { readPathways } from './internal/read-pathways'

type Place = { patientId: string; pathwayId: string }

/** What somebody keeps at home of their follow-up, as it stands at this moment. */
export type OwnFollowUpSheet = { sheet: LetterDocument; madeAt: Date }

/** "My follow-up" of a pathway that goes on, for the person to keep. @throws NotFound, NotAllowed */
export async function getOwnFollowUp(
  actor: Actor,
  { patientId, pathwayId }: Place,
): Promise<OwnFollowUpSheet> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['follow_up_pathway', 'print'])
    const [known] = isUuid(pathwayId)
      ? await readPathways(tx, { ids: [pathwayId], patientIds: [patientId] })
      : []
    if (!known || known.row.endedOn) throw new NotFound()
    const { name } = await howToReach(tx, patientId)
    const person = { ...(await getPatientIdentity(tx, patientId)), name }
    const from = await teamAsSender(tx, known.row.teamId)
    await recordAccess(tx, { event: 'follow_up.printed', patientId, entityId: pathwayId })
    const own = ownFollowUp(known)
    return { sheet: ownFollowUpSheet({ person, from, writtenOn: today() }, own), madeAt: now() }
  })
}
