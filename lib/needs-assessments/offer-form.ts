import 'server-only'
import type { Actor } from '@/lib/access/actor'
import { asActor } from '@/lib/access/as-actor'
import { actingTeam, openPatient } from '@/lib/access/care-context'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { getPatientPage } from '@/lib/patients/record/patient-page'
import { today } from '@/lib/platform/clock'
import type { PathwayPoint } from '@/lib/platform/prisma-client/enums'
import { factsOf, readCourse } from './internal/assessment-course'
import type { StandingOffer } from './needs-assessment'
import { likelyPathwayPoint } from './offer-rules'

/** What the form for an offer begins with. */
type OfferForm = {
  /** The actor's teams that have the patient in care, the one to begin with first. */
  teams: { id: string; name: string }[]
  today: CalendarDate
  pathwayPoint: PathwayPoint | null
  staffRoleCode: string
  /** Those made before, the latest first. */
  offers: StandingOffer[]
  diedOn: CalendarDate | null
  /** Days until it is asked again, or recorded, by the first team's standards. */
  daysAfterOffer: number
}

/** @throws NotFound, NotAllowed */
export async function getOfferForm(actor: Actor, patientId: string): Promise<OfferForm> {
  await getPatientPage(actor, patientId)
  return asActor(actor, async (tx) => {
    const context = await openPatient(tx, actor, patientId, ['needs_assessment', 'create'])
    const own = actingTeam(context)
    const course = await readCourse(tx, patientId, own)
    const inCare = new Set(context.teams.filter(({ role }) => role !== 'gp').map(({ teamId }) => teamId))
    const teams = actor.memberships
      .filter(({ teamId }) => inCare.has(teamId))
      .map(({ teamId, teamName }) => ({ id: teamId, name: teamName }))
    return {
      teams: teams.sort((one, other) => Number(other.id === own) - Number(one.id === own)),
      today: today(),
      pathwayPoint: likelyPathwayPoint(factsOf(course)),
      staffRoleCode: actor.staffRoleCode,
      offers: course.offers.toReversed(),
      diedOn: course.life.diedOn,
      daysAfterOffer: course.standards.assessmentDaysAfterOffer,
    }
  })
}
