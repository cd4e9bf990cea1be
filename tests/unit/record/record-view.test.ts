import { describe, expect, it } from 'vitest'
import { pathwayOf } from '@/components/patients/pathway-of-record'
import type { Actor } from '@/lib/access/actor'
import type { RecordRow, TaskOnRecord } from '@/lib/patients/record/record-row'
import { recordViewOf } from '@/lib/patients/record/record-view'
import type { TeamRole } from '@/lib/platform/prisma-client/enums'

const today = '2026-11-21'

function actor(role: TeamRole, teamId = 'breast'): Actor {
  const kind = role === 'gp' ? ('practice' as const) : ('specialist' as const)
  const membership = { teamId, teamCode: teamId, teamName: teamId, teamKind: kind, organisationId: 'o', role }
  return {
    staffId: 'me',
    sessionId: 's',
    givenName: 'Beryl',
    familyName: 'Jones',
    staffRoleCode: '01',
    sessionExpiresAt: new Date('2026-11-21T20:00:00Z'),
    memberships: [membership],
    organisationRoles: [],
  }
}

const task: TaskOnRecord = {
  id: 't1',
  kind: 'offer_assessment',
  teamId: 'breast',
  dueOn: '2026-12-01',
  subjectId: 'p1',
  detail: null,
  isMine: true,
  owner: null,
}

const row: RecordRow = {
  id: 'p1',
  nhs_number: '9990000018',
  title: 'Mrs',
  given_name: 'Anne',
  family_name: 'Smith',
  preferred_name: 'Nan',
  born_on: '1961-02-03',
  sex: '2',
  gender: null,
  died_on: null,
  address_line_1: '1 High Street',
  address_line_2: null,
  postcode: 'ZZ1 1ZZ',
  mobile_telephone: '07700 900123',
  home_telephone: '01632 960123',
  email: null,
  preferred_language: 'pl',
  interpreter_required: true,
  information_needs: ['large_print'],
  communication_note: null,
  about_me: null,
  diagnoses: null,
  treatments: null,
  contacts: null,
  tasks: null,
  teams: [
    { id: 'breast', name: 'Breast team', kind: 'specialist', telephone: '01632 960101' },
    { id: 'mill', name: 'Mill Lane Surgery', kind: 'practice', telephone: null },
  ],
}

const UNSTAGED = { tCategory: null, nCategory: null, mCategory: null, stageGroup: null, stageInWords: null }

describe('the banner of a record', () => {
  it('says who it is and what they need, in words', () => {
    expect(recordViewOf(row, actor('clinician'), today).banner).toMatchObject({
      gender: 'Female',
      interpreter: 'Polish',
      informationNeeds: ['Large print'],
      contact: { address: '1 High Street, ZZ1 1ZZ', telephone: '07700 900123 or 01632 960123', email: null },
    })
  })

  it('asks for no interpreter where none is required, and says so where the language is not known', () => {
    const banner = (change: Partial<RecordRow>) =>
      recordViewOf({ ...row, ...change }, actor('clinician'), today).banner
    expect(banner({ interpreter_required: null }).interpreter).toBeNull()
    expect(banner({ preferred_language: null }).interpreter).toBe('Required, language not recorded')
  })
})

describe('what may be done from a record', () => {
  it.each([
    ['clinician', { recordDiagnosis: true, changeContacts: true, needsAssessments: true, recordDeath: true }],
    [
      'support_worker',
      { recordDiagnosis: false, changeContacts: true, needsAssessments: true, carePlan: true },
    ],
  ] as const)('by a %s', (role, may) => {
    expect(recordViewOf(row, actor(role), today).may).toMatchObject(may)
  })

  it('by a practice: what is the practice’s', () => {
    const view = recordViewOf(row, actor('gp', 'mill'), today)
    expect(view.may).toEqual({
      tellAboutMe: true,
      holdReviews: true,
      messages: false,
      tasks: true,
      changePatient: true,
      recordDeath: true,
      changeContacts: false,
      changeCareTeam: false,
      recordDiagnosis: false,
      recordTreatment: false,
      needsAssessments: false,
      results: false,
      releasedResults: true,
      carePlan: false,
      treatmentSummary: false,
      contacts: true,
    })
    expect(view.needs).toBeNull()
  })

  it('in an emergency: reading, and nothing else', () => {
    const view = recordViewOf({ ...row, tasks: [task] }, actor('clinician', 'urology'), today)
    expect(view.isEmergency).toBe(true)
    expect(view.may).toMatchObject({ tellAboutMe: false, recordDiagnosis: false, needsAssessments: true })
    expect(view.open).toMatchObject([{ href: null }])
    expect(view.needs).toEqual([])
  })
})

describe('what is open', () => {
  const open = (...tasks: TaskOnRecord[]) => recordViewOf({ ...row, tasks }, actor('clinician'), today).open

  it('is the team’s, mine, or another’s, and leads to the page that meets it', () => {
    const owner = { id: 'me', givenName: 'Beryl', familyName: 'Jones' }
    const found = open(
      task,
      { ...task, id: 't2', owner },
      { ...task, id: 't3', owner: { ...owner, id: 'other' } },
    )
    expect(found.map(({ whose }) => whose)).toEqual(['Breast team', 'Me', 'Beryl Jones'])
    expect(found[0]).toMatchObject({
      act: 'Offer a holistic needs assessment',
      href: '/patients/p1/needs-assessments/offer',
    })
  })

  it('leads nowhere where it is another team’s', () => {
    const [theirs] = open({
      ...task,
      teamId: 'mill',
      isMine: false,
      kind: 'read_shared_plan',
    })
    expect(theirs).toMatchObject({ whose: 'Mill Lane Surgery', href: null, detail: null })
  })
})

describe('the pathway of a record', () => {
  it('puts diagnoses, treatments, assessments and plans in words, and what is still to come', () => {
    const view = recordViewOf(
      {
        ...row,
        died_on: '2026-11-20',
        diagnoses: [
          {
            id: 'd1',
            kind: 'primary',
            icd10Code: 'C50.9',
            tumourGroup: 'breast',
            laterality: 'L',
            diagnosedOn: '2026-01-02',
            diagnosedOnPrecision: 'day',
            ...UNSTAGED,
          },
          {
            id: 'd2',
            kind: 'recurrence',
            icd10Code: 'C50.9',
            tumourGroup: 'breast',
            laterality: 'L',
            diagnosedOn: '2026-09-01',
            diagnosedOnPrecision: 'month',
            ...UNSTAGED,
          },
        ],
        treatments: [
          { id: 'x1', modality: '01', startedOn: '2026-02-01', endedOn: '2026-02-01' },
          { id: 'x2', modality: '05', startedOn: '2026-03-01', endedOn: null },
        ],
        assessments: [{ id: 'a1', completedOn: '2026-02-10', noConcerns: false }],
        plans: [{ number: 2, agreedOn: '2026-02-20', reviewOn: '2026-05-01' }],
        tasks: [{ ...task, dueOn: '2026-10-01' }, task],
      },
      actor('clinician'),
      today,
    )
    expect(pathwayOf(view)).toEqual([
      { on: '2026-01-02', kind: 'diagnosis', label: 'Breast, left (C50.9)' },
      {
        on: '2026-09-01',
        onInWords: 'Sep 2026',
        kind: 'recurrence',
        label: 'Recurrence: Breast, left (C50.9)',
      },
      { on: '2026-02-01', kind: 'treatment', label: 'Surgery' },
      { on: '2026-03-01', kind: 'treatment', label: 'External beam radiotherapy', endsOn: null },
      { on: '2026-02-10', kind: 'needs_assessment', label: 'Assessment of needs' },
      { on: '2026-02-20', kind: 'care_plan', label: 'Care plan agreed, version 2' },
      { on: '2026-12-01', kind: 'needs_assessment', label: 'Assessment to be offered', isPlanned: true },
      { on: '2026-11-20', kind: 'death', label: 'Died' },
    ])
  })

  it('leaves out an assessment that was recorded in error', () => {
    const assessments = ['a1', 'a2'].map((id) => ({ id, completedOn: '2026-02-10', noConcerns: true }))
    const view = recordViewOf({ ...row, assessments, voided: ['a1'] }, actor('clinician'), today)
    expect(view.assessments.map(({ id }) => id)).toEqual(['a2'])
  })
})
