import type { PatientEntity, Verb } from '@/lib/access/access-table'
import { isClinical, type Actor } from '@/lib/access/actor'
import { mayUnderCare, type Standing as StandingToPatient } from '@/lib/access/policy'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { ABOUT_ME_SECTIONS, type AboutMeSection } from '../about-me'
import { bannerOf, type Banner } from './banner'
import { pathwaysOnRecord, type PathwayOnRecord } from './follow-up-on-record'
import { needsOverTime, type NeedOverTime } from './needs-over-time'
import { openTasks, type OpenTask } from './open-tasks'
import { reviewsOnRecord, type ReviewOnRecord } from './reviews-on-record'
import type {
  AssessmentOnRecord,
  ContactOnRecord,
  DiagnosisOnRecord,
  PlanOnRecord,
  RecordRow,
  SentSummaryOnRecord,
  ShareOnRecord,
  SummaryOnRecord,
  TaskOnRecord,
  TeamOnRecord,
  TreatmentOnRecord,
} from './record-row'

/** What the actor may do from here: which links are shown. The pages behind them decide again. */
export type RecordLinks = {
  tellAboutMe: boolean
  changePatient: boolean
  recordDeath: boolean
  changeContacts: boolean
  changeCareTeam: boolean
  recordDiagnosis: boolean
  recordTreatment: boolean
  tasks: boolean
  needsAssessments: boolean
  results: boolean
  releasedResults: boolean
  carePlan: boolean
  treatmentSummary: boolean
  contacts: boolean
  messages: boolean
  holdReviews: boolean
}

export type AboutMeOnRecord = {
  toldOn: CalendarDate
  /** Those that something was told under, in the order of the headings. */
  told: { section: AboutMeSection; words: string }[]
}

/** The page that tells the story. */
export type RecordView = {
  banner: Banner
  isEmergency: boolean
  aboutMe: AboutMeOnRecord | null
  diagnoses: DiagnosisOnRecord[]
  treatments: TreatmentOnRecord[]
  assessments: AssessmentOnRecord[]
  /** Agreed versions; for a role that is not shown the plan, those shared with the actor's practice. */
  plans: PlanOnRecord[]
  /** What is still to come: assessments and reviews that are due, the next of each. */
  planned: Pick<TaskOnRecord, 'kind' | 'dueOn'>[]
  open: OpenTask[]
  /** Null for a role that is not shown assessments. */
  needs: NeedOverTime[] | null
  contacts: (ContactOnRecord & { teamName: string | null })[]
  /** Hospital and community teams that have the person in care. */
  teams: TeamOnRecord[]
  practice: TeamOnRecord | null
  /** Care plans that were shared with the actor's practice, the latest first. */
  shares: ShareOnRecord[]
  /** Signed versions of treatment summaries; for a role that is not shown them, those sent to the actor's practice. */
  summaries: SummaryOnRecord[]
  /** Of each treatment summary the newest version that the actor's practice was sent, the latest signed first. */
  sentSummaries: SentSummaryOnRecord[]
  /** Cancer care reviews, the latest first, as far as the actor is shown them. */
  reviews: ReviewOnRecord[]
  /** Follow-up after treatment; of a pathway that ended, while something of it is open or no other goes on. */
  followUp: PathwayOnRecord[]
  may: RecordLinks
}

/**
 * Makes the page of what the database gave.
 *
 * @param nameOfTest the name of a surveillance test, by its code
 */
export function recordViewOf(
  row: RecordRow,
  actor: Actor,
  today: CalendarDate,
  nameOfTest: (code: string) => string = (code) => code,
): RecordView {
  const { teams, tasks, contacts } = {
    teams: row.teams ?? [],
    tasks: row.tasks ?? [],
    contacts: row.contacts ?? [],
  }
  const standing = standingTo(actor, teams)
  const seesPlan = mayUnderCare(standing, 'care_plan', 'read').allowed
  const isEmergency = standing.relation === 'emergency'
  const grounds = { patientId: row.id, staffId: actor.staffId, teams, mayMeet: !isEmergency }
  return {
    ...courseOf(row),
    plans: (seesPlan ? row.plans : row.shares) ?? [],
    banner: bannerOf(row),
    isEmergency,
    aboutMe: aboutMeOf(row.about_me),
    planned: seesPlan ? plannedOf(tasks, today) : plannedFrom(row.shares ?? [], today),
    open: openTasks(tasks, grounds),
    needs: mayUnderCare(standing, 'needs_assessment', 'read').allowed ? needsOf(row) : null,
    contacts: contacts.map((contact) => withTeam(contact, teams)),
    teams: teams.filter(({ kind }) => kind !== 'practice'),
    practice: teams.find(({ kind }) => kind === 'practice') ?? null,
    followUp: pathwaysOnRecord(row.follow_up ?? [], {
      tasks,
      today,
      diedOn: row.died_on,
      nameOf: nameOfTest,
      withStates: mayUnderCare(standing, 'result', 'read').allowed,
    }),
    may: linksFor(standing),
  }
}

function courseOf(row: RecordRow) {
  return {
    diagnoses: row.diagnoses ?? [],
    treatments: row.treatments ?? [],
    assessments: standingAssessments(row),
    shares: row.shares ?? [],
    summaries: row.summaries ?? inOrderOfSigning(row.sent_summaries ?? []),
    sentSummaries: newestOfEach(row.sent_summaries ?? []),
    reviews: reviewsOnRecord(row.reviews ?? [], row.review_actions ?? []),
  }
}

function inOrderOfSigning(sent: readonly SentSummaryOnRecord[]): SummaryOnRecord[] {
  return sent.map(({ number, signedOn }) => ({ number, signedOn })).reverse()
}

/** @param sent the newest first */
function newestOfEach(sent: readonly SentSummaryOnRecord[]): SentSummaryOnRecord[] {
  return sent.filter(
    ({ summaryId }, place) => sent.findIndex((other) => other.summaryId === summaryId) === place,
  )
}

function standingAssessments({ assessments, voided }: RecordRow): AssessmentOnRecord[] {
  const inError = new Set(voided)
  return (assessments ?? []).filter(({ id }) => !inError.has(id))
}

function needsOf(row: RecordRow): NeedOverTime[] {
  const { concerns, rescores } = row
  return needsOverTime({
    assessments: standingAssessments(row),
    concerns: concerns ?? [],
    rescores: rescores ?? [],
  })
}

/** As lib/access/care-context.ts has it: the roles in the teams that care, or, where none does, break-glass. */
function standingTo(actor: Actor, teams: readonly TeamOnRecord[]): StandingToPatient {
  const caring = actor.memberships.filter(({ teamId }) => teams.some(({ id }) => id === teamId))
  if (caring.length > 0) return { relation: 'care', roles: caring.map(({ role }) => role) }
  const roles = actor.memberships
    .map(({ role }) => role)
    .filter((role) => role !== 'gp' || !isClinical(actor))
  return { relation: 'emergency', roles }
}

function linksFor(standing: StandingToPatient): RecordLinks {
  const may = (entity: PatientEntity, verb: Verb) => mayUnderCare(standing, entity, verb).allowed
  return {
    tellAboutMe: may('about_me', 'create'),
    changePatient: may('patient', 'update'),
    recordDeath: may('death', 'create'),
    changeContacts: may('key_contact', 'update'),
    changeCareTeam: may('care_relationship', 'update'),
    recordDiagnosis: may('diagnosis', 'create'),
    recordTreatment: may('treatment', 'create'),
    tasks: may('task', 'read'),
    needsAssessments: may('needs_assessment', 'read'),
    results: may('result', 'read'),
    releasedResults: may('released_result', 'read'),
    carePlan: may('care_plan', 'read'),
    treatmentSummary: may('treatment_summary', 'read'),
    contacts: may('contact', 'read'),
    messages: may('message', 'read'),
    holdReviews: may('cancer_care_review', 'create'),
  }
}

function aboutMeOf(told: RecordRow['about_me']): AboutMeOnRecord | null {
  if (!told) return null
  const sections = ABOUT_ME_SECTIONS.flatMap((section) => {
    const words = told[section]
    return words === null ? [] : [{ section, words }]
  })
  return { toldOn: told.toldOn, told: sections }
}

const PLANNED_KINDS = ['offer_assessment', 'record_assessment', 'review_care_plan'] as const

function plannedOf(tasks: readonly TaskOnRecord[], today: CalendarDate): RecordView['planned'] {
  return PLANNED_KINDS.flatMap((kind) => {
    const next = tasks.find((task) => task.kind === kind && task.dueOn >= today)
    return next ? [{ kind, dueOn: next.dueOn }] : []
  })
}

/** What a practice knows is to come: the review that the newest version shared with it names. */
function plannedFrom(shares: readonly ShareOnRecord[], today: CalendarDate): RecordView['planned'] {
  const [newest] = shares
  return newest && newest.reviewOn >= today ? [{ kind: 'review_care_plan', dueOn: newest.reviewOn }] : []
}

function withTeam(contact: ContactOnRecord, teams: readonly TeamOnRecord[]) {
  const team = teams.find(({ id }) => id === contact.teamId)
  return {
    ...contact,
    teamName: team?.name ?? null,
    telephone: contact.telephone ?? team?.telephone ?? null,
  }
}
