import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient, type CareContext } from '@/lib/access/care-context'
import { recordAccess } from '@/lib/access-log/record-access'
import { staffNames } from '@/lib/accounts/staff-names'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import type { AboutMe } from '@/lib/patients/about-me'
import { latestAboutMe } from '@/lib/patients/get-about-me'
import { today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/database'
import { catalogueOf, currentCatalogue, type LoadedCatalogue } from './catalogue'
import { dateDoubts } from './date-doubts'
import { draftContentSchema, type DraftContent } from './draft-content'
import { DRAFT_FORM, factsOf, readCourse, type AssessmentCourse } from './internal/assessment-course'
import { checkDraft } from './internal/check-draft'
import { beginDraft, startFrom } from './internal/begin-draft'
import type { EarlierAssessment } from './needs-assessment'
import type { CheckedAnswers } from './rules'

/** An assessment in progress, or about to be begun. */
export type OpenDraft = {
  teamId: string
  /** 0: nothing is saved yet. */
  version: number
  content: DraftContent
  catalogue: LoadedCatalogue
  /** The assessment it starts from. */
  last: EarlierAssessment | null
  /** True where another assessment was filed since the draft was begun, so that it starts from that one now. */
  startsAfresh: boolean
  saved: { by: string; at: Date } | null
  /** Whether it could be filed as it is. */
  checked: CheckedAnswers
  /** Why its date may be a slip: filing it then takes a confirmation. */
  dateDoubts: string[]
  /** The person's story, told once and shown where it helps. */
  aboutMe: AboutMe | null
  diedOn: CalendarDate | null
}

/** The team's draft, or what a new one begins with: the concerns of the last assessment, to confirm. @throws NotFound */
export async function openDraft(actor: Actor, patientId: string): Promise<OpenDraft> {
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['assessment_draft', 'read'])
    const teamId = await draftingTeam(tx, context)
    const course = await readCourse(tx, patientId, teamId)
    const draft = await contentOf(tx, actor, course)
    const { life, latest: last } = course
    const checked = await checkDraft(tx, course, draft.content)
    const names = await staffNames(tx, [course.draft?.updatedById ?? null])
    await recordAccess(tx, {
      event: 'needs_assessment.draft_opened',
      patientId,
      detail: { version: course.draft?.version ?? 0 },
    })
    return {
      ...draft,
      teamId,
      last,
      version: course.draft?.version ?? 0,
      saved: course.draft && { by: names(course.draft.updatedById), at: course.draft.updatedAt },
      checked,
      dateDoubts: checked.ok ? dateDoubts(checked.answers.completedOn, factsOf(course), today()) : [],
      aboutMe: await latestAboutMe(tx, patientId),
      diedOn: life.diedOn,
    }
  })
}

/** The team whose draft it is: one of the actor's that has begun one, or else the first that has the patient in care. */
async function draftingTeam(tx: Tx, context: CareContext): Promise<string> {
  const begun = await tx.draft.findFirst({
    where: {
      patientId: context.patientId,
      form: DRAFT_FORM,
      teamId: { in: context.teams.map(({ teamId }) => teamId) },
    },
    orderBy: { updatedAt: 'desc' },
    select: { teamId: true },
  })
  return actingTeam(context, begun?.teamId)
}

async function contentOf(
  tx: Tx,
  actor: Actor,
  { draft, latest, offers }: AssessmentCourse,
): Promise<{ content: DraftContent; catalogue: LoadedCatalogue; startsAfresh: boolean }> {
  if (!draft) {
    const catalogue = await currentCatalogue(tx)
    const content = beginDraft({
      catalogueVersion: catalogue.version,
      last: latest,
      offers,
      today: today(),
      staffRoleCode: actor.staffRoleCode,
    })
    return { content, catalogue, startsAfresh: false }
  }
  const content = draftContentSchema.parse(draft.content)
  const catalogue = await catalogueOf(tx, content.catalogueVersion)
  const startsAfresh = content.followsId !== (latest?.id ?? null)
  return { content: startsAfresh ? startFrom(content, latest) : content, catalogue, startsAfresh }
}
