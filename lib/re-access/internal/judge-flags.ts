import 'server-only'
import { listDiagnoses } from '@/lib/diagnoses/queries'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import type { Tx } from '@/lib/platform/database'
import { RuleBroken } from '@/lib/platform/errors'
import type { ContactUrgency } from '@/lib/platform/prisma-client/enums'
import { flagFieldName } from '../flag-field'
import { newestQuestions } from '../questions-in-force'
import { questionsFor, type RedFlagQuestion } from '../red-flag-questions'
import { urgencyOf, type FlagAnswer, type FlagAnswers } from '../urgency'

/** The red-flag questions for a patient, by the groups of their diagnoses, for who has the patient open. */
export async function questionsAbout(tx: Tx, patientId: string): Promise<RedFlagQuestion[]> {
  const diagnoses = await listDiagnoses(tx, patientId)
  return questionsFor(
    newestQuestions,
    diagnoses.map(({ icd10Code }) => tumourGroupOf(icd10Code)),
  )
}

type Judged = {
  urgency: ContactUrgency
  answers: Record<string, FlagAnswer>
  questionsVersion: string
}

/**
 * The answers to the questions that the patient was to be asked, and how urgent they make it.
 *
 * @param flags the answers by code; `adviceGiven`: the caller was told what the red flags say
 * @throws RuleBroken for each question without an answer, or where an emergency was not told what to do
 */
export async function judgeFlags(
  tx: Tx,
  patientId: string,
  { flags, adviceGiven }: { flags: FlagAnswers; adviceGiven: boolean },
): Promise<Judged> {
  const questions = await questionsAbout(tx, patientId)
  const answers: Record<string, FlagAnswer> = {}
  for (const { code } of questions) {
    const answer = flags[code]
    if (answer) answers[code] = answer
  }
  const missing = questions.filter(({ code }) => !answers[code])
  if (missing.length > 0)
    throw new RuleBroken(
      missing.map(({ code, title }) => ({ field: flagFieldName(code), message: `Answer: ${title}` })),
    )
  const urgency = urgencyOf(questions, answers)
  if (urgency === 'emergency' && !adviceGiven) throw new RuleBroken(tellFirst(questions, answers))
  return { urgency, answers, questionsVersion: newestQuestions.version }
}

/** An emergency does not wait for a form: the caller is told first. */
function tellFirst(questions: readonly RedFlagQuestion[], answers: Record<string, FlagAnswer>) {
  const advice = questions
    .filter(({ code, urgency }) => urgency === 'emergency' && answers[code] === 'yes')
    .map(({ tellCaller }) => tellCaller)
  return [{ field: 'adviceGiven', message: `Tell the caller now, then tick this box. ${advice.join(' ')}` }]
}
