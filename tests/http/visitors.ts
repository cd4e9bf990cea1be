import { mayInOwn, mayUnderCare } from '@/lib/access/policy'
import { PATIENT_ENTITIES, type PatientEntity, type Relation, type Role } from '@/lib/access/access-table'
import type { OwnEntity } from '@/lib/access/own-access-table'
import type { EndpointPurpose } from '@/lib/access/endpoints'
import type { Worker } from '@/tests/support/stage'
import type { StagedService } from './staged-service'

/** Somebody who is logged in, and how they stand to the people and the organisation on stage. */
export type Visitor = {
  readonly name: string
  readonly cookie: string
  readonly roles: readonly Role[]
  readonly relation: Relation
  /** Whether what is not about a patient (staff, teams, imports) is of their own team or organisation. */
  readonly isOurs: boolean
}

/** One visitor for each role and each relation that makes a difference. */
export async function inviteVisitors({ stage, cast }: StagedService): Promise<Visitor[]> {
  const here = (name: string, worker: Worker, role: Role): Visitor => ({
    name,
    cookie: worker.cookie,
    roles: [role],
    relation: ['clinician', 'support_worker', 'gp'].includes(role) ? 'care' : 'elsewhere',
    isOurs: true,
  })
  const elsewhere = async (name: string, team: string, role: 'clinician' | 'gp', relation: Relation) => ({
    ...here(name, await stage.employ({ teams: { [team]: role } }), role),
    relation,
    isOurs: false,
  })
  const { clinician, colleague, gp, admin, programmeLead } = cast
  const privacyOfficer = await stage.employ({ organisations: { ZT102: 'privacy_officer' } })
  return [
    here('a clinician of the team', clinician, 'clinician'),
    here('a support worker of the team', colleague, 'support_worker'),
    here('a GP of the practice', gp, 'gp'),
    here('an administrator', admin, 'admin'),
    here('a programme lead', programmeLead, 'programme_lead'),
    here('a privacy officer', privacyOfficer, 'privacy_officer'),
    await elsewhere('a clinician of another team of the trust', 'ZT102-BREAST', 'clinician', 'organisation'),
    await elsewhere('a clinician of another trust', 'ZT101-COLORECTAL', 'clinician', 'elsewhere'),
    await elsewhere('a GP of another practice', 'Z90001', 'gp', 'elsewhere'),
  ]
}

/** Whether the access table opens a page of this purpose to the visitor. `hasIds`: the page is of one thing of ours. */
export function isOpenTo(visitor: Visitor, purpose: EndpointPurpose, hasIds: boolean): boolean {
  if (purpose === 'public') return true
  if ('byLink' in purpose) return false
  const [entity, verb] = purpose
  if (isPatientEntity(entity)) return mayUnderCare(visitor, entity, verb).allowed
  const reaches = visitor.isOurs || !hasIds || isOfTheOrganisation(visitor, entity)
  return mayInOwn(visitor.roles, entity, verb).allowed && reaches
}

/**
 * What came for the organisation and could not be attached to anybody is for each of its clinical teams to settle; a version
 * that the organisation published is rehearsed by each, on its own people.
 */
function isOfTheOrganisation({ relation }: Visitor, entity: OwnEntity): boolean {
  return (entity === 'unmatched_result' || entity === 'protocol_rehearsal') && relation === 'organisation'
}

/** Neither open to everybody nor for who came by a link: what a log-in opens. */
export function isForStaff(purpose: EndpointPurpose | undefined): boolean {
  return purpose !== 'public' && !(typeof purpose === 'object' && 'byLink' in purpose)
}

function isPatientEntity(entity: PatientEntity | OwnEntity): entity is PatientEntity {
  return PATIENT_ENTITIES.some((one) => one === entity)
}

/** Cookies that used to be somebody's: of an account that was disabled, and of sessions that ended or ran out. */
export async function pastCookies({ stage, superuser }: StagedService): Promise<Record<string, string>> {
  const past = async (statement: string) => {
    const worker = await stage.employ({ teams: { 'ZT102-COLORECTAL': 'clinician' } })
    await superuser.query(statement, [worker.staffId])
    return worker.cookie
  }
  const sessions = 'from staff_session where staff_id = $1'
  return {
    'somebody disabled': await past('update staff set disabled_at = now() where id = $1'),
    'a session that ended': await past(
      `update staff_session set ended_at = now() where id in (select id ${sessions})`,
    ),
    'a session that was not used': await past(
      `update staff_session set last_seen_at = now() - interval '21 minutes' where id in (select id ${sessions})`,
    ),
    'a session of a whole shift': await past(
      `update staff_session set expires_at = now() - interval '1 second' where id in (select id ${sessions})`,
    ),
  }
}
