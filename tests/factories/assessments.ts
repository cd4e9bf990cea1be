import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { currentCatalogue, type LoadedCatalogue } from '@/lib/needs-assessments/catalogue'
import type { DraftConcern, DraftContent } from '@/lib/needs-assessments/draft-content'
import { fileAssessment } from '@/lib/needs-assessments/file-assessment'
import { latestAssessment } from '@/lib/needs-assessments/queries'
import { saveDraft } from '@/lib/needs-assessments/save-draft'
import { offerAssessment } from '@/lib/needs-assessments/offer-assessment'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { STAFF_ROLES } from '@/lib/nhs/code-lists/staff-role'
import { today } from '@/lib/platform/clock'
import type {
  AssessmentCompleter,
  AssessmentMode,
  AssessmentOfferOutcome,
  ConcernAuthor,
  PathwayPoint,
} from '@/lib/platform/prisma-client/enums'

export type ConcernPlan = {
  /** Catalogue code, or a label of one's own for a concern outside it. */
  code: string
  score?: number | null
  ownWords?: string
  addedBy?: ConcernAuthor
  /** Without any in the plan, the order of the list is the person's order. */
  priority?: number | null
}

export type AssessmentPlan = {
  /** None: "no concerns". */
  concerns?: readonly ConcernPlan[]
  completedOn?: CalendarDate
  mode?: Exclude<AssessmentMode, 'own_link'>
  completedBy?: AssessmentCompleter
  interpreterCode?: string
  pathwayPoint?: PathwayPoint
}

const USUAL_CONCERNS: readonly ConcernPlan[] = [
  { code: 'fatigue', score: 8, ownWords: 'I am tired all day' },
  { code: 'money', score: 6 },
  { code: 'sleep' },
]

/**
 * A whole assessment, filed through the commands that the form uses. A concern of the assessment before that is not in
 * the plan is no longer a concern; one that is there has changed.
 *
 * @param actor a clinician or support worker of the team
 * @returns the assessment's id
 */
export async function completedAssessment(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: AssessmentPlan = {},
): Promise<string> {
  const content = await draftOf(actor, patientId, plan)
  const { version } = await saveDraft(actor, { patientId, teamId, version: 0, content, isFinished: false })
  const { assessmentId } = await fileAssessment(actor, { patientId, teamId, version, isDateRight: true })
  return assessmentId
}

/** The draft of the plan, whole: it can be filed as it is. */
export async function draftOf(
  actor: Actor,
  patientId: string,
  plan: AssessmentPlan = {},
): Promise<DraftContent> {
  const { concerns = USUAL_CONCERNS, completedOn = today(), completedBy = 'person' } = plan
  const { catalogue, last } = await asActor(actor, async (tx) => ({
    catalogue: await currentCatalogue(tx),
    last: await latestAssessment(tx, patientId),
  }))
  return {
    catalogueVersion: catalogue.version,
    followsId: last?.id ?? null,
    completedOn: datePartsOf(completedOn),
    mode: plan.mode ?? 'in_person',
    completedBy,
    ...(completedBy === 'proxy' ? A_PROXY : NO_PROXY),
    interpreter: plan.interpreterCode ?? '4',
    pathwayPoint: plan.pathwayPoint ?? 'initial_diagnosis',
    staffRole: actor.staffRoleCode,
    noConcerns: concerns.length === 0,
    concerns: Object.fromEntries([
      ...concerns.map((_, index) => plannedConcern(concerns, index, catalogue, last)),
      ...goneConcerns(concerns, last),
    ]),
  }
}

const A_PROXY = { proxyName: 'Jan Smith', proxyRelationship: 'Husband' }
const NO_PROXY = { proxyName: '', proxyRelationship: '' }

function datePartsOf(date: CalendarDate) {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day, month, year }
}

type Last = { concerns: { code: string; label: string }[] } | null

function plannedConcern(
  all: readonly ConcernPlan[],
  index: number,
  catalogue: LoadedCatalogue,
  last: Last,
): [string, DraftConcern] {
  const concern = all[index] as ConcernPlan
  const isListed = catalogue.concerns.some(({ code }) => code === concern.code)
  const isEarlier = last?.concerns.some(({ code, label }) => concern.code === (isListed ? code : label))
  const typed = typedConcern(concern, all, index)
  return [
    isListed ? concern.code : `other-${index + 1}`,
    { ...typed, label: isListed ? '' : concern.code, change: isEarlier ? 'changed' : '' },
  ]
}

function goneConcerns(planned: readonly ConcernPlan[], last: Last) {
  const present = new Set(planned.map(({ code }) => code))
  const gone = (last?.concerns ?? []).filter(({ code, label }) => !present.has(code) && !present.has(label))
  return gone.map(noLonger)
}

function typedConcern(concern: ConcernPlan, all: readonly ConcernPlan[], index: number): DraftConcern {
  const areOrdered = all.some(({ priority }) => priority !== undefined)
  const priority = areOrdered ? concern.priority : index + 1
  return {
    label: '',
    picked: true,
    change: '',
    score: concern.score == null ? '' : String(concern.score),
    ownWords: concern.ownWords ?? '',
    byStaff: concern.addedBy === 'staff',
    priority: priority == null ? '' : String(priority),
  }
}

function noLonger(concern: { code: string; label: string }, index: number): [string, DraftConcern] {
  const isListed = concern.code !== 'other'
  const typed = typedConcern({ code: concern.code, priority: null }, [], 0)
  return [
    isListed ? concern.code : `other-${50 + index}`,
    { ...typed, picked: false, priority: '', change: 'no_longer', label: isListed ? '' : concern.label },
  ]
}

export type OfferPlan = {
  outcome?: AssessmentOfferOutcome
  pathwayPoint?: PathwayPoint
  offeredOn?: CalendarDate
  reason?: string
}

/** An offer as the actor would record it: accepted, today, unless the plan says otherwise. @returns its id */
export async function recordedOffer(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: OfferPlan = {},
): Promise<string> {
  const { outcome = 'accepted', pathwayPoint = 'initial_diagnosis', offeredOn = today() } = plan
  const needsReason = outcome === 'not_offered' || outcome === 'unable'
  const { offerId } = await offerAssessment(actor, {
    patientId,
    teamId,
    outcome,
    pathwayPoint,
    offeredOn,
    staffRoleCode: STAFF_ROLES.codes.find((code) => code === actor.staffRoleCode) ?? '09',
    reason: needsReason ? (plan.reason ?? 'In hospital elsewhere') : null,
  })
  return offerId
}

/** An assessment begun and left for later: whatever of the plan is given, saved but not filed. @returns its version */
export async function begunAssessment(
  actor: Actor,
  patientId: string,
  teamId: string,
  plan: AssessmentPlan = {},
): Promise<number> {
  const content = await draftOf(actor, patientId, plan)
  const { version } = await saveDraft(actor, {
    patientId,
    teamId,
    version: 0,
    content: { ...content, mode: plan.mode ?? '', interpreter: plan.interpreterCode ?? '' },
    isFinished: false,
  })
  return version
}
