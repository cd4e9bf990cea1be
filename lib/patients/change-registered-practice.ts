import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { findPracticesOf, listPractices, type Practice } from '@/lib/care-teams/practices'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import { closeTasks } from '@/lib/tasks/close-tasks'
import { changeRecord, getRecord } from './internal/change-record'
import { moveRegistration } from './internal/registration'
import { getPatientPage } from './record/patient-page'
import type { changePracticeSchema } from './schema'

/**
 * Records the practice that a person is registered with, or that nobody knows it. The practice before loses its access
 * at once; what it was asked to do comes back to the team that asked; the new one gets the plans that stand agreed
 * and the summaries that stand signed.
 *
 * @throws NotFound, NotAllowed, Stale; RuleBroken if the practice is not one
 */
export async function changeRegisteredPractice(
  actor: Actor,
  { patientId, version, practiceId }: z.output<typeof changePracticeSchema>,
): Promise<null> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['care_relationship', 'update'])
    const { practices, current } = await readPractices(tx, patientId)
    const wanted = practices.find(({ id }) => id === practiceId) ?? null
    if (practiceId && !wanted) throw new RuleBroken([{ field: 'practiceId', message: 'Select the practice' }])
    const move = { from: current?.code ?? null, to: wanted?.code ?? null }
    if (move.from !== move.to) {
      const alongside = { registeredPractice: move }
      await changeRecord(tx, actor, { patientId, version, fields: {}, alongside })
      const teamId = actingTeam(context)
      await moveRegistration(tx, actor, { patientId, practiceId: wanted?.id ?? null, teamId })
    } else if (wanted) await closeTasks(tx, { patientId, kinds: ['find_practice'], how: 'met' })
    await recordAccess(tx, { event: 'patient.practice_changed', patientId, detail: move })
    return null
  })
}

/** The practices to choose from, and the one that is recorded. @throws NotFound, NotAllowed */
export async function getPracticeChoice(
  actor: Actor,
  patientId: string,
): Promise<{ practices: Practice[]; current: Practice | null; version: number }> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    await openPatient(tx, actor, patientId, ['care_relationship', 'update'])
    const { version } = await getRecord(tx, patientId)
    return { ...(await readPractices(tx, patientId)), version }
  })
}

async function readPractices(
  tx: Tx,
  patientId: string,
): Promise<{ practices: Practice[]; current: Practice | null }> {
  const practices = await listPractices(tx)
  const currentId = (await findPracticesOf(tx, [patientId])).get(patientId)
  return { practices, current: practices.find(({ id }) => id === currentId) ?? null }
}
