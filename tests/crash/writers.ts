import { randomUUID } from 'node:crypto'
import type { Actor } from '@/lib/access/actor'
import { draftCarePlan } from '@/lib/care-plans/draft-care-plan'
import { fileAssessment } from '@/lib/needs-assessments/file-assessment'
import { offerAssessment } from '@/lib/needs-assessments/offer-assessment'
import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { today } from '@/lib/platform/clock'
import { draftOf, type ConcernPlan } from '@/tests/factories/assessments'
import { admittedPatient } from '@/tests/factories/patients'
import type { Answer, Attempt } from './journal'
import { between } from './random'

/** What a filed assessment of these writers says. */
const CONCERNS: readonly ConcernPlan[] = [
  { code: 'fatigue', score: 8, ownWords: 'I am tired all day' },
  { code: 'money', score: 6 },
  { code: 'sleep' },
  { code: 'The cat while I am in hospital', score: 3 },
]

/** A member of staff who writes as fast as the service answers. */
export type Writer = { readonly actor: Actor; readonly teamId: string; readonly random: () => number }

/** How a spell of writing ends: from then on a broken connection is expected. */
export type Spell = { isOver: boolean }

/**
 * Takes one person after another from the offer of an assessment to a drafted plan, each step a command with a
 * submission id, until the spell is over or the database is gone.
 *
 * @param journal gets each step before it is sent, and its answer when there is one
 * @throws what a command threw while the database was still up
 */
export async function writeUntilOver(writer: Writer, spell: Spell, journal: Attempt[]): Promise<void> {
  while (!spell.isOver) {
    try {
      await takeSomeoneThrough(writer, spell, journal)
    } catch (error) {
      if (!spell.isOver) throw error
    }
  }
}

async function takeSomeoneThrough(writer: Writer, spell: Spell, journal: Attempt[]): Promise<void> {
  const { actor, teamId, random } = writer
  const patientId = await admittedPatient(actor, teamId)
  const step = async (kind: Attempt['kind'], command: (asked: Actor) => Promise<Answer>) => {
    const submissionId = randomUUID()
    const repeat = () => command({ ...actor, submission: { id: submissionId, action: `crash.${kind}` } })
    const attempt: Attempt = { kind, submissionId, patientId, repeat }
    if (spell.isOver) return
    journal.push(attempt)
    attempt.answer = await repeat()
  }
  await step('offer', async (asked) => {
    const offer = {
      outcome: 'accepted',
      pathwayPoint: 'initial_diagnosis',
      staffRoleCode: '04',
      reason: null,
    } as const
    const { offerId } = await offerAssessment(asked, { ...offer, patientId, teamId, offeredOn: today() })
    return { id: offerId }
  })
  const concerns = CONCERNS.slice(0, between(random, 1, CONCERNS.length))
  const content = await draftOf(actor, patientId, { concerns })
  const { version } = await saveDraft(actor, { patientId, teamId, version: 0, content, isFinished: false })
  await step('assessment', async (asked) => {
    const { assessmentId } = await fileAssessment(asked, { patientId, teamId, version })
    return { id: assessmentId }
  })
  await step('plan', async (asked) => ({ id: (await draftCarePlan(asked, { patientId })).planId }))
}
