import 'server-only'
import { NotFound } from '@/lib/platform/errors'
import type { Tx } from '@/lib/platform/database'

/** When things are due, as a team has set it: days, from 1. Defaults are the column defaults, from lib/care-teams/README.md. */
export type Standards = {
  assessmentDaysAfterDiagnosis: number
  assessmentDaysAfterTreatment: number
  assessmentDaysAfterOffer: number
  carePlanDaysAfterAssessment: number
  carePlanReviewDays: number
  sharedPlanReadDays: number
  summaryDaysAfterTreatment: number
  /** Working days, by the bank holidays of England; the others are days. */
  practiceAnswerWorkingDays: number
  /** Working hours: from 9 am to 5 pm of working days. */
  contactAnswerWorkingHours: number
}

/** The columns of a team that are its standards. */
export const STANDARDS_SELECT = {
  assessmentDaysAfterDiagnosis: true,
  assessmentDaysAfterTreatment: true,
  assessmentDaysAfterOffer: true,
  carePlanDaysAfterAssessment: true,
  carePlanReviewDays: true,
  sharedPlanReadDays: true,
  summaryDaysAfterTreatment: true,
  practiceAnswerWorkingDays: true,
  contactAnswerWorkingHours: true,
} as const satisfies Record<keyof Standards, true>

/** The standards of a team. @throws NotFound */
export async function getStandards(tx: Tx, teamId: string): Promise<Standards> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    select: STANDARDS_SELECT,
  })
  if (!team) throw new NotFound()
  return team
}

/** Working days in which a practice is to answer what a team asks of it. @throws NotFound */
export async function practiceAnswerDays(tx: Tx, teamId: string): Promise<number> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    select: { practiceAnswerWorkingDays: true },
  })
  if (!team) throw new NotFound()
  return team.practiceAnswerWorkingDays
}

/** Working days in which a team is to review a result. @throws NotFound */
export async function resultReviewDays(tx: Tx, teamId: string): Promise<number> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    select: { resultReviewWorkingDays: true },
  })
  if (!team) throw new NotFound()
  return team.resultReviewWorkingDays
}

/** Working days after its review in which a team tells the person a result. @throws NotFound */
export async function resultTellingDays(tx: Tx, teamId: string): Promise<number> {
  const team = await tx.team.findUnique({
    where: { id: teamId },
    select: { resultTellingWorkingDays: true },
  })
  if (!team) throw new NotFound()
  return team.resultTellingWorkingDays
}

/** Days after a treatment summary is signed in which a team decides about follow-up. @throws NotFound */
export async function followUpDecisionDays(tx: Tx, teamId: string): Promise<number> {
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { followUpDecisionDays: true } })
  if (!team) throw new NotFound()
  return team.followUpDecisionDays
}

/** Days in which a team sees somebody whom it called back to clinic. @throws NotFound */
export async function recallDays(tx: Tx, teamId: string): Promise<number> {
  const team = await tx.team.findUnique({ where: { id: teamId }, select: { recallDays: true } })
  if (!team) throw new NotFound()
  return team.recallDays
}
