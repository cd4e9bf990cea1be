import 'server-only'
import type { z } from 'zod'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { permitInOwn } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { reconsiderReviews } from '@/lib/cancer-care-reviews/reconsider-reviews'
import {
  findPracticesOf,
  listPractices,
  registerWithPractices,
  type Practice,
} from '@/lib/care-teams/practices'
import { getStandards } from '@/lib/care-teams/standards'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { NotFound, RuleBroken } from '@/lib/platform/errors'
import { openTasks } from '@/lib/tasks/open-task'
import { tasksForNewcomer } from './first-tasks'
import { admitPeople, matchPeople, type Admission } from './internal/admission'
import { readPatients } from './internal/patient-records'
import { moveRegistration } from './internal/registration'
import type { registerPatientSchema } from './schema'

type Registration = z.output<typeof registerPatientSchema>

/** `known`: the team has the person in care already, and nothing was written. */
export type Registered = { patientId: string; outcome: 'created' | 'joined' | 'known' }

const CONFLICT =
  'This NHS number belongs to somebody with another date of birth. Check both, and ask the person or their practice'

/**
 * Admits somebody to the care of a team of the actor's: makes the record, or joins the one that is there already, which
 * stays as it is, but for a practice that it lacks, and must be confirmed first.
 *
 * @throws NotAllowed; NotFound if the team is not a hospital or community team of the actor's
 * @throws RuleBroken if there is a record and joining it is not confirmed, or if the NHS number or the hospital number
 *   is somebody else's
 */
export async function registerPatient(actor: Actor, input: Registration): Promise<Registered> {
  permitInOwn(actor, 'registration', 'create')
  if (!clinicalTeams(actor).some(({ teamId }) => teamId === input.teamId)) throw new NotFound()
  const admission = admissionOf(actor, input)
  await lookFirst(actor, input, admission)
  return asActor(actor, async (tx) => {
    const practice = await findPractice(tx, input.practiceId)
    const [admitted] = await admitPeople(tx, input.teamId, 'referral', [admission])
    if (!admitted?.patientId || admitted.outcome === 'conflict' || admitted.outcome === 'ended') {
      throw new RuleBroken([{ field: 'nhsNumber', message: CONFLICT }])
    }
    const { patientId, outcome } = admitted
    if (practice)
      await fillPractice(tx, actor, { patientId, outcome, practiceId: practice.id, teamId: input.teamId })
    if (outcome !== 'known') await openFirstTasks(tx, patientId, { input, outcome, practice })
    await reconsiderReviews(tx, [patientId])
    await recordAccess(tx, { event: 'patient.registered', patientId, detail: { basis: 'referral', outcome } })
    return { patientId, outcome }
  })
}

/** The teams that the actor may register people with, and the practices there are. @throws NotAllowed */
export async function getRegistrationForm(
  actor: Actor,
): Promise<{ teams: { id: string; name: string }[]; practices: Practice[]; mayDiagnose: boolean }> {
  return asActor(actor, async (tx) => {
    permitInOwn(actor, 'registration', 'create')
    const teams = clinicalTeams(actor).map(({ teamId, teamName }) => ({ id: teamId, name: teamName }))
    const mayDiagnose = teamsAs(actor, 'clinician').length > 0
    return { teams, practices: await listPractices(tx), mayDiagnose }
  })
}

function clinicalTeams(actor: Actor) {
  return teamsAs(actor, 'clinician', 'support_worker')
}

/** Diagnoses are recorded by clinicians; somebody else's is left out. */
function admissionOf(actor: Actor, input: Registration): Admission {
  const { diagnosisCode, diagnosedOn, laterality, ...person } = input
  const mayDiagnose = teamsAs(actor, 'clinician').some(({ teamId }) => teamId === input.teamId)
  const diagnosis =
    mayDiagnose && diagnosisCode && diagnosedOn ? { icd10Code: diagnosisCode, diagnosedOn, laterality } : null
  return { ...person, diedOn: null, diagnosis }
}

/** Looks whether there is a record, in a transaction of its own, so that the access log keeps it when nothing comes of it. */
async function lookFirst(actor: Actor, { teamId, join }: Registration, admission: Admission): Promise<void> {
  const [match] = await asActor({ ...actor, submission: undefined }, async (tx) => {
    const matches = await matchPeople(tx, teamId, [admission])
    const found = matches.filter(({ standing }) => standing !== 'new').length
    await recordAccess(tx, { event: 'patient.searched', detail: { by: ['registration'], found } })
    return matches
  })
  if (match?.standing === 'conflict') throw new RuleBroken([{ field: 'nhsNumber', message: CONFLICT }])
  if (match?.isHospitalNumberTaken) {
    throw new RuleBroken([{ field: 'hospitalNumber', message: 'This hospital number is another patient’s' }])
  }
  if ((match?.standing === 'joined' || match?.standing === 'ended') && !join) {
    throw new RuleBroken([
      {
        field: 'join',
        message:
          'There is a record of somebody with this NHS number and date of birth. Confirm that you join it',
      },
    ])
  }
}

async function findPractice(tx: Tx, practiceId: string): Promise<Practice | null> {
  if (practiceId === '') return null
  const practice = (await listPractices(tx)).find(({ id }) => id === practiceId)
  if (!practice) throw new RuleBroken([{ field: 'practiceId', message: 'Select the practice' }])
  return practice
}

type Filling = { patientId: string; outcome: Registered['outcome']; practiceId: string; teamId: string }

/** A record that is there keeps the practice it has; one that has none gets it, and the practice what stands. */
async function fillPractice(tx: Tx, actor: Actor, filling: Filling): Promise<void> {
  const { patientId, outcome, practiceId, teamId } = filling
  if (outcome === 'created') await registerWithPractices(tx, [{ patientId, practiceId }])
  if (outcome !== 'joined' || (await findPracticesOf(tx, [patientId])).has(patientId)) return
  const isDead = (await readPatients(tx, [patientId])).get(patientId)?.diedOn != null
  if (!isDead) await moveRegistration(tx, actor, { patientId, practiceId, teamId })
}

type Admittance = { input: Registration; outcome: 'created' | 'joined'; practice: Practice | null }

async function openFirstTasks(tx: Tx, patientId: string, admittance: Admittance): Promise<void> {
  const { input, outcome, practice } = admittance
  const isDead = (await readPatients(tx, [patientId])).get(patientId)?.diedOn != null
  const hasPractice = outcome === 'joined' || practice !== null
  const newcomer = { patientId, teamId: input.teamId, isDead, diagnosedOn: input.diagnosedOn, hasPractice }
  await openTasks(tx, tasksForNewcomer(newcomer, await getStandards(tx, input.teamId), today()))
}
