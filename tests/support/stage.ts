import type { Actor } from '@/lib/access/actor'
import type { TeamRole } from '@/lib/platform/prisma-client/enums'
import type { Course } from '@/prisma/demo/hospital-file'
import type { InventedPerson } from '@/prisma/demo/invented-people'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import type { ContactPlan } from '@/tests/factories/contacts'
import type { DiagnosisPlan } from '@/tests/factories/diagnoses'
import type { StaffPlan } from '@/tests/factories/people-who-work'
import type { AskingPlan } from '@/tests/factories/practice-requests'
import type { ReviewPlace, ReviewPlan } from '@/tests/factories/review-drafts'
import { halfLogInCookie } from './half-log-in-cookie'
import { sessionCookie } from './session-cookie'
import { followUpStage } from './stage-follow-up'

/** A member of staff who is at work, with what a browser needs to be theirs. */
export type Worker = Actor & { cookie: string; token: string; teamId: string }

/** Somebody as the service writes them for staff. */
export type Shown = InventedPerson & { banner: string; nhsNumberShown: string }

/** Somebody who is in care. */
export type Person = Shown & { id: string }

/** Each worker's people come from places of their own, after those of the demo data, so that no two share anybody. */
const PLACES_OF_A_WORKER = 150
const AFTER_DEMO_DATA = 1000

const MS_IN_A_DAY = 86_400_000

/**
 * Where journeys arrange what they start from: with the factories that all tests use, straight on the database of the
 * service. Everything here is for the server only, so it is loaded in the workers alone.
 */
export async function openStage(workerIndex: number) {
  const { Pool } = await import('pg')
  const { uuidv7 } = await import('uuidv7')
  const people = await import('@/tests/factories/people-who-work')
  const { admittedPatient } = await import('@/tests/factories/patients')
  const carePlans = await import('@/tests/factories/care-plans')
  const assessments = await import('@/tests/factories/assessments')
  const summaries = await import('@/tests/factories/treatment-summaries')
  const protocols = await import('@/tests/factories/protocols')
  const { offerAssessment } = await import('@/lib/needs-assessments/offer-assessment')
  const { begunPhase, recordedDiagnosis, recordedTreatment } = await import('@/tests/factories/diagnoses')
  const { actorOfSession } = await import('@/lib/accounts/actor-of-session')
  const { inventedPerson } = await import('@/prisma/demo/invented-people')
  const { formatNhsNumber } = await import('@/lib/nhs/nhs-number')
  const { formatNameForStaff } = await import('@/lib/nhs/person-name')
  const clock = await import('@/lib/platform/clock')
  const { addDays } = await import('@/lib/nhs/calendar-date')
  const owner = new Pool({ connectionString: process.env.JOURNEYS_OWNER_URL, max: 2 })
  for (const trust of ['ZT101', 'ZT102']) await protocols.publishedFirstVersions(owner, trust)
  const used = Number(process.env.JOURNEYS_PLACES_USED ?? 0)
  let place = AFTER_DEMO_DATA + used + workerIndex * PLACES_OF_A_WORKER

  const atWork = async (staffId: string): Promise<Worker> => {
    const { token, tokenHash } = await people.openSession(owner, staffId)
    const actor = await actorOfSession(tokenHash)
    if (!actor) throw new Error('the session just opened is not live')
    return { ...actor, token, cookie: await sessionCookie(token), teamId: actor.memberships[0]?.teamId ?? '' }
  }
  const employ = async (plan: StaffPlan) => atWork(await people.employ(owner, plan))
  /** A team beside an existing one, named after it. @returns its code */
  const teamLike = async (code: string) => {
    const ownCode = `${code}-${place++}`
    const { rowCount } = await owner.query(
      `insert into team (id, organisation_id, code, name, kind, tumour_group, telephone)
       select $1, organisation_id, $2::text, name || ' ' || $2, kind, tumour_group, telephone
       from team where code = $3`,
      [uuidv7(), ownCode, code],
    )
    if (rowCount !== 1) throw new Error(`no team ${code}`)
    return ownCode
  }
  const invented = (known: Partial<InventedPerson> = {}) => inventedPerson(place++, known)
  const asShown = (person: InventedPerson) => ({
    ...person,
    banner: formatNameForStaff(person),
    nhsNumberShown: formatNhsNumber(person.nhsNumber),
  })
  const patient = async (by: Worker, known: Partial<InventedPerson> = {}): Promise<Person> => {
    const person = invented(known)
    const id = await admittedPatient(by, by.teamId, person)
    return {
      ...person,
      id,
      banner: formatNameForStaff(person),
      nhsNumberShown: formatNhsNumber(person.nhsNumber),
    }
  }

  /** A hospital's list of these people, as a file. */
  const fileOf = async (list: readonly InventedPerson[], known: Partial<Course> = {}) => {
    const { hospitalFile } = await import('@/prisma/demo/hospital-file')
    const diagnosedOn = addDays(clock.today(), -10)
    const course = { practice: 'Z90008', diagnosedOn, icd10Code: 'C18.7', laterality: '8', ...known }
    return hospitalFile(list.map((person) => ({ person, course })))
  }
  /** Cookies of somebody whose password was right: with the app set up already, and with it still to be set up. */
  const halfLogIns = async (staffId: string) => {
    const { sealSecret } = await import('@/lib/accounts/internal/secret-box')
    const { newSecret } = await import('@/lib/accounts/one-time-codes')
    const other = await people.employ(owner, {})
    const half = async (id: string, isConfirmed: boolean) => {
      const { rows } = await owner.query<{ changed_at: Date }>(
        `insert into staff_credential (staff_id, password_hash, totp_secret, totp_confirmed_at)
         values ($1, 'none', $2, case when $3 then now() end) returning changed_at`,
        [id, sealSecret(newSecret(), id), isConfirmed],
      )
      const passwordSetAt = rows[0]?.changed_at.toISOString() ?? ''
      return halfLogInCookie({ staffId: id, passwordSetAt })
    }
    return { confirmed: await half(staffId, true), begun: await half(other, false) }
  }

  return {
    owner,
    ...(await followUpStage()),
    carePlans,
    assessments,
    summaries,
    invented,
    asShown,
    patient,
    addDays,
    today: clock.today,
    /** Somebody new, employed for one journey. */
    employ,
    /** Somebody new, in a new team like an existing one: its lists hold nothing but what the journey brings. */
    employInNewTeam: async (like: string, role: TeamRole, plan: StaffPlan = {}) =>
      employ({ ...plan, teams: { [await teamLike(like)]: role } }),
    /** Somebody new in the same team, as the same unless another role is given. */
    employBeside: (worker: Worker, { role, ...plan }: StaffPlan & { role?: TeamRole } = {}) => {
      const [membership] = worker.memberships
      if (!membership) throw new Error('nobody works beside somebody without a team')
      return employ({ ...plan, teams: { [membership.teamCode]: role ?? membership.role } })
    },
    /** The same person, logged in at another place too. */
    again: ({ staffId }: Worker) => atWork(staffId),
    /** The person of a demo account, by given name. */
    demoAccount: async (givenName: string) => {
      const { rows } = await owner.query<{ id: string }>(
        `select id from staff where email like $1 || '.%@demo.example.org'`,
        [givenName.toLowerCase()],
      )
      return atWork(rows[0]?.id ?? '')
    },
    teamId: (code: string) => people.teamId(owner, code),
    protocols,
    /** A trust of its own with a hospital team, which has published the first version of every protocol. */
    newTrust: () => protocols.trustWithProtocols(owner, `ZJ${place++}`),
    /** Registers a person with a practice, by its ODS code. */
    register: async (by: Worker, person: Person, practice: string) =>
      carePlans.registeredWith(by, person.id, await people.teamId(owner, practice)),
    offered: (by: Worker, person: Person, outcome: 'accepted' | 'undecided' = 'accepted') =>
      offerAssessment(by, {
        patientId: person.id,
        teamId: by.teamId,
        outcome,
        reason: null,
        pathwayPoint: 'initial_diagnosis',
        offeredOn: clock.today(),
        staffRoleCode: '04',
      }),
    /** @returns the diagnosis's id */
    diagnosed: async (by: Worker, person: Person, daysAgo: number, plan: Partial<DiagnosisPlan> = {}) => {
      const diagnosedOn = addDays(clock.today(), -daysAgo)
      return recordedDiagnosis(by, person.id, { icd10Code: 'C50.4', diagnosedOn, ...plan })
    },
    /** Refers a person to another team, by its id. */
    referred: async (by: Worker, person: Person, teamId: string) => {
      const { beginCare } = await import('@/lib/care-teams/begin-care')
      await beginCare(by, { patientId: person.id, teamId })
    },
    /** A treatment that goes on. @returns its id */
    treated: (by: Worker, person: Person) =>
      recordedTreatment(by, person.id, { modality: '03', startedOn: addDays(clock.today(), -30) }),
    /** A phase of treatment that goes on. @returns its id */
    phaseBegun: (by: Worker, person: Person, diagnosisId: string) =>
      begunPhase(by, person.id, { diagnosisId, startedOn: addDays(clock.today(), -30) }),
    /** How well the person was lately. @returns the fact's id */
    performanceStatusRecorded: async (by: Worker, person: Person) => {
      const { recordPerformanceStatus } = await import('@/lib/diagnoses/record-performance-status')
      const told = { patientId: person.id, grade: '1' as const, assessedOn: addDays(clock.today(), -5) }
      return (await recordPerformanceStatus(by, told)).performanceStatusId
    },
    /** A key contact of the person's own. @returns its id */
    canTurnTo: async (by: Worker, person: Person) => {
      const { addKeyContact } = await import('@/lib/care-teams/add-key-contact')
      const { contactId } = await addKeyContact(by, {
        patientId: person.id,
        role: 'carer',
        staffId: null,
        name: 'Jo Kemp',
        relationship: 'Daughter',
        telephone: '01632 960812',
        email: null,
        startedOn: clock.today(),
      })
      return contactId
    },
    /** What a signed summary asks of the practice that the person is registered with, asked some days ago. */
    asked: async (
      by: Worker,
      person: Person,
      practice: string,
      plan: AskingPlan & { daysAgo?: number } = {},
    ) => {
      const { askedOfPractice } = await import('@/tests/factories/practice-requests')
      const practiceTeamId = await people.teamId(owner, practice)
      const askedAt = new Date(clock.now().getTime() - (plan.daysAgo ?? 0) * MS_IN_A_DAY)
      const place = { patientId: person.id, teamId: by.teamId, practiceTeamId }
      return clock.atInstant(askedAt, () => askedOfPractice(by, place, plan))
    },
    /** A link to the signed summary for the practice, made some days ago. @returns its id and its secret */
    linkIssued: async (by: Worker, place: { patientId: string; summaryId: string }, daysAgo = 0) => {
      const { issuedLink } = await import('@/tests/factories/document-links')
      const issuedAt = new Date(clock.now().getTime() - daysAgo * MS_IN_A_DAY)
      return clock.atInstant(issuedAt, () => issuedLink(by, place))
    },
    /** Name and value of the cookie of a browser in which a link was opened. */
    linkOpened: async (secret: string, bornOn: string) => {
      const { openedLink } = await import('@/tests/factories/document-links')
      return ['alongside-link', (await openedLink(secret, bornOn)).session] as const
    },
    /** A request that the practice cannot do. */
    declinedByPractice: async (gp: Worker, request: PracticeRequestView) => {
      const { answerPracticeRequest } = await import('@/lib/practice-requests/answer-practice-request')
      const { id: requestId, version } = request
      const answer = { answer: 'declined', reason: 'No scanner here', note: null, on: clock.today() } as const
      await answerPracticeRequest(gp, { requestId, version, ...answer })
    },
    /** Somebody got in touch about the person. @returns the contact's id */
    gotInTouch: async (by: Worker, person: Person, plan: ContactPlan = {}) => {
      const { recordedContact } = await import('@/tests/factories/contacts')
      return recordedContact(by, person.id, { teamId: by.teamId, ...plan })
    },
    /** Somebody who got in touch was promised an appointment. @returns the contact's id */
    promisedAppointment: async (by: Worker, person: Person) => {
      const { recordedContact } = await import('@/tests/factories/contacts')
      const appointmentOn = addDays(clock.today(), 7)
      const decided = {
        next: 'answered',
        outcome: 'appointment',
        appointmentOn,
        note: 'To be examined',
      } as const
      return recordedContact(by, person.id, { teamId: by.teamId, ...decided })
    },
    /** A cancer care review as the practice files it, with one action for itself. @returns the ids of both */
    reviewed: async (gp: Worker, place: ReviewPlace, plan: ReviewPlan = {}) => {
      const { getHeldReview } = await import('@/lib/cancer-care-reviews/held-review')
      const reviews = await import('@/tests/factories/review-drafts')
      const actions = [reviews.typedAction('practice', { what: 'Check the iron level' })]
      const reviewId = await reviews.recordedReview(gp, place, { actions, ...plan })
      const { actions: agreed } = await getHeldReview(gp, { ...place, reviewId })
      return { reviewId, actionId: agreed[0]?.id ?? '' }
    },
    /** A cancer care review that could be filed, as a draft. */
    reviewBegun: async (gp: Worker, place: ReviewPlace) => {
      const { savedDraft } = await import('@/tests/factories/review-drafts')
      await savedDraft(gp, place)
    },
    /** An invitation to a cancer care review, by letter some days ago. @returns its id */
    invitedToReview: async (gp: Worker, person: Person, diagnosisId: string, daysAgo: number) => {
      const { recordInvitation } = await import('@/lib/cancer-care-reviews/record-invitation')
      const on = addDays(clock.today(), -daysAgo)
      const invitation = { patientId: person.id, diagnosisId, on, channel: 'letter', note: null } as const
      return (await recordInvitation(gp, invitation)).factId
    },
    /** A letter written by hand to the person, or to their practice. @returns its id */
    letterWritten: async (
      by: Worker,
      person: Pick<Person, 'id'>,
      recipient: 'person' | 'practice' = 'person',
    ) => {
      const { writeLetter } = await import('@/lib/messages/write-letter')
      const letter = {
        heading: 'Your next appointment',
        body: 'We would like to see you.\n\n# What to bring\n\nYour list of medicines.',
      }
      return (await writeLetter(by, { patientId: person.id, recipient, ...letter })).id
    },
    /** The person's address, so that letters can be posted. */
    livesAt: async (person: Pick<Person, 'id'>, firstLine: string) => {
      const address = [person.id, firstLine, 'ZZ99 3VZ']
      await owner.query('update patient set address_line_1 = $2, postcode = $3 where id = $1', address)
    },
    died: async (by: Worker, person: Pick<Person, 'id'>) => {
      const { recordDeath } = await import('@/lib/patients/record-death')
      const { rows } = await owner.query<{ version: number }>('select version from patient where id = $1', [
        person.id,
      ])
      await recordDeath(by, {
        patientId: person.id,
        version: rows[0]?.version ?? 1,
        diedOn: clock.today(),
        isChecked: true,
        isDateRight: true,
      })
    },
    /** A letter that was stopped when somebody went to post it: the address is known to be wrong. @returns its id */
    letterStopped: async (by: Worker, person: Pick<Person, 'id'>) => {
      const { writeLetter } = await import('@/lib/messages/write-letter')
      const { postLetters } = await import('@/lib/messages/post-letters')
      const { recordContactBlock } = await import('@/lib/messages/contact-blocks')
      const letter = {
        patientId: person.id,
        recipient: 'person',
        heading: 'Come again',
        body: 'Please.',
      } as const
      const { id } = await writeLetter(by, letter)
      await recordContactBlock(by, {
        patientId: person.id,
        channel: 'letter',
        reason: 'wrong_address',
        note: null,
      })
      await postLetters(by, { letter: [id], postedOn: clock.today() })
      return id
    },
    /** A task about the person that is open for a team of the actor's. @returns its id */
    openTask: async (by: Worker, person: Person) => {
      const { asActor } = await import('@/lib/access/as-actor')
      const wanted = { patientId: person.id, closedAt: null }
      const task = await asActor(by, (tx) => tx.task.findFirstOrThrow({ where: wanted }))
      return task.id
    },
    /** An assessment that could be filed, as a draft. */
    draftSaved: async (by: Worker, person: Person) => {
      const { saveDraft } = await import('@/lib/needs-assessments/save-draft')
      const content = await assessments.draftOf(by, person.id)
      await saveDraft(by, { patientId: person.id, teamId: by.teamId, version: 0, content, isFinished: false })
    },
    /** A hospital's list that waits for somebody to look it through. @returns the id of the import */
    listSent: async (by: Worker, list: readonly InventedPerson[]) => {
      const { stagePatientImport } = await import('@/lib/patients/stage-patient-import')
      const { importId } = await stagePatientImport(by, {
        teamId: by.teamId,
        fileName: 'list.csv',
        bytes: await fileOf(list),
      })
      return importId
    },
    fileOf,
    /** Somebody invited to a team of the administrator's. @returns the secret of the link */
    invited: async (by: Worker, team: string) => {
      const { inviteStaff } = await import('@/lib/accounts/invite-staff')
      const { token } = await inviteStaff(by, {
        email: `${place++}.invited@example.org`,
        givenName: 'Nora',
        familyName: 'Vane',
        staffRole: '01',
        firstPlace: 'team',
        teamId: await people.teamId(owner, team),
        role: 'clinician',
      })
      return token ?? ''
    },
    halfLogIns,
    close: async () => {
      const { closeDatabase } = await import('@/lib/platform/database')
      await Promise.all([owner.end(), closeDatabase()])
    },
  }
}

export type Stage = Awaited<ReturnType<typeof openStage>>
