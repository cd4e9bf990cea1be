import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import type { Worker } from '../../support/stage'
import type { Cast } from './cast'

/** A page, how to open it, and how to get its form wrong. */
export type AccessiblePage = {
  /** As Next writes it; tests/architecture compares these with the pages that there are. */
  route: string
  /** Where a route shows several things, which one. */
  showing?: string
  by: (cast: Cast) => Worker | null
  address: (cast: Cast) => string
  /** Name and value of a cookie besides the session's. */
  cookie?: (cast: Cast) => readonly [string, string]
  /** Brings the main form into error. */
  mistake?: (page: Page) => Promise<void>
}

const nobody = () => null
const clinician = (cast: Cast) => cast.clinician
const gp = (cast: Cast) => cast.gp
const admin = (cast: Cast) => cast.admin

/** Presses the button of a form in which something needed was left out. */
function pressing(button: string, ...emptied: string[]) {
  return async (page: Page) => {
    for (const label of emptied)
      await page.getByRole('textbox', { name: label, exact: true }).first().fill('')
    await page.getByRole('button', { name: button, exact: true }).click()
  }
}

const OPEN_PAGES: readonly AccessiblePage[] = [
  { route: '/log-in', by: nobody, address: routes.logIn, mistake: pressing('Log in') },
  {
    route: '/log-in/second-factor',
    showing: 'the code',
    by: nobody,
    cookie: ({ halfWay }) => halfWay.confirmed,
    address: routes.secondFactor,
    mistake: pressing('Log in'),
  },
  {
    route: '/log-in/second-factor',
    showing: 'how to set the app up',
    by: nobody,
    cookie: ({ halfWay }) => halfWay.begun,
    address: routes.secondFactor,
    mistake: pressing('Finish setting up'),
  },
  {
    route: '/invitation/[token]',
    by: nobody,
    address: ({ invitation }) => routes.invitation(invitation),
    mistake: pressing('Set password'),
  },
  {
    route: '/invitation/[token]',
    showing: 'that it cannot be used',
    by: nobody,
    address: () => routes.invitation('used'),
  },
  { route: '/accessibility', by: nobody, address: routes.accessibility },
  { route: '/privacy', by: nobody, address: routes.privacy },
  { route: '/', by: ({ programmeLead }) => programmeLead, address: routes.home },
]

const ACCOUNT_PAGES: readonly AccessiblePage[] = [
  { route: '/account/sessions', by: clinician, address: routes.mySessions },
  { route: '/account/second-factor', by: clinician, address: routes.mySecondFactor },
  {
    route: '/account/password',
    by: clinician,
    address: routes.changePassword,
    mistake: pressing('Change password'),
  },
]

const WORKLIST_PAGES: readonly AccessiblePage[] = [
  { route: '/worklist', by: clinician, address: routes.worklist },
  { route: '/worklist', showing: 'nothing', by: clinician, address: () => `${routes.worklist()}?page=99` },
  {
    route: '/worklist/[taskId]/reassign',
    by: clinician,
    address: ({ taskId }) => routes.reassignTask(taskId),
  },
  {
    route: '/worklist/[taskId]/postpone',
    by: clinician,
    address: ({ taskId }) => routes.postponeTask(taskId),
    mistake: pressing('Postpone'),
  },
  {
    route: '/worklist/[taskId]/close',
    by: clinician,
    address: ({ taskId }) => routes.closeTask(taskId),
    mistake: pressing('Close task'),
  },
]

const PRACTICE_PAGES: readonly AccessiblePage[] = [
  { route: '/practice', by: gp, address: routes.practiceHome },
  { route: '/practice/plans/[shareId]', by: gp, address: ({ shareId }) => routes.sharedCarePlan(shareId) },
  {
    route: '/practice/actions/[actionId]',
    by: gp,
    address: ({ askedActionId }) => routes.practiceAction(askedActionId),
    mistake: pressing('Send answer'),
  },
  {
    route: '/practice/requests/[requestId]',
    by: gp,
    address: ({ requestId }) => routes.answerPracticeRequest(requestId),
    mistake: pressing('Send answer'),
  },
  {
    route: '/patients/[patientId]',
    showing: 'what a practice sees',
    by: gp,
    address: ({ patientId }) => routes.patient(patientId),
  },
]

const PATIENT_PAGES: readonly AccessiblePage[] = [
  { route: '/patients', by: clinician, address: routes.patientSearch, mistake: pressing('Search') },
  {
    route: '/patients/register',
    by: clinician,
    address: routes.registerPatient,
    mistake: pressing('Register patient'),
  },
  {
    route: '/patients/import',
    by: clinician,
    address: routes.importPatients,
    mistake: pressing('Send and review'),
  },
  {
    route: '/patients/import/[importId]',
    by: clinician,
    address: ({ importId }) => routes.patientImport(importId),
  },
  { route: '/patients/[patientId]', by: clinician, address: ({ patientId }) => routes.patient(patientId) },
  {
    route: '/patients/[patientId]/edit',
    by: clinician,
    address: ({ patientId }) => routes.editPatient(patientId),
    mistake: pressing('Save', 'Last name'),
  },
  {
    route: '/patients/[patientId]/communication-needs',
    by: clinician,
    address: ({ patientId }) => routes.communicationNeeds(patientId),
    mistake: async (page) => {
      await page.getByRole('radio', { name: 'Yes' }).check()
      await pressing('Save communication needs', 'Preferred language')(page)
    },
  },
  {
    route: '/patients/[patientId]/about-me',
    by: clinician,
    address: ({ patientId }) => routes.aboutMe(patientId),
  },
  {
    route: '/patients/[patientId]/about-me/tell',
    by: clinician,
    address: ({ patientId }) => routes.tellAboutMe(patientId),
    mistake: pressing('Save About Me'),
  },
  {
    route: '/patients/[patientId]/key-contacts',
    by: clinician,
    address: ({ patientId }) => routes.keyContacts(patientId),
  },
  {
    route: '/patients/[patientId]/key-contacts/new',
    by: clinician,
    address: ({ patientId }) => routes.newKeyContact(patientId),
    mistake: pressing('Add key contact'),
  },
  {
    route: '/patients/[patientId]/key-contacts/[contactId]',
    by: clinician,
    address: ({ patientId, contactId }) => routes.keyContact(patientId, contactId),
    mistake: pressing('Save key contact', 'Name'),
  },
  {
    route: '/patients/[patientId]/key-contacts/[contactId]/end',
    by: clinician,
    address: ({ patientId, contactId }) => routes.endKeyContact(patientId, contactId),
    mistake: pressing('End key contact', 'Day'),
  },
  {
    route: '/patients/[patientId]/diagnoses/new',
    by: clinician,
    address: ({ patientId }) => routes.newDiagnosis(patientId),
    mistake: pressing('Record diagnosis'),
  },
  {
    route: '/patients/[patientId]/diagnoses/[diagnosisId]',
    by: clinician,
    address: ({ patientId, diagnosisId }) => routes.diagnosis(patientId, diagnosisId),
  },
  {
    route: '/patients/[patientId]/diagnoses/[diagnosisId]/void',
    by: clinician,
    address: ({ patientId, diagnosisId }) => routes.voidDiagnosis(patientId, diagnosisId),
    mistake: pressing('Mark as recorded in error'),
  },
  {
    route: '/patients/[patientId]/treatments/new',
    by: clinician,
    address: ({ patientId }) => routes.newTreatment(patientId),
    mistake: pressing('Record treatment'),
  },
  {
    route: '/patients/[patientId]/treatments/[treatmentId]',
    by: clinician,
    address: ({ patientId, treatmentId }) => routes.treatment(patientId, treatmentId),
    mistake: pressing('Save treatment', 'Day'),
  },
  {
    route: '/patients/[patientId]/treatments/[treatmentId]/void',
    by: clinician,
    address: ({ patientId, treatmentId }) => routes.voidTreatment(patientId, treatmentId),
    mistake: pressing('Mark as recorded in error'),
  },
  {
    route: '/patients/[patientId]/registered-practice',
    by: clinician,
    address: ({ patientId }) => routes.registeredPractice(patientId),
  },
  {
    route: '/patients/[patientId]/death',
    by: clinician,
    address: ({ patientId }) => routes.recordDeath(patientId),
    mistake: pressing('Record death'),
  },
  {
    route: '/patients/[patientId]/care-team',
    by: clinician,
    address: ({ patientId }) => routes.careTeam(patientId),
    mistake: pressing('Refer'),
  },
  {
    route: '/patients/[patientId]/care-team/[teamId]/end',
    by: clinician,
    address: ({ patientId, teamId }) => routes.endCare(patientId, teamId),
    mistake: pressing('End care'),
  },
]

const REQUEST_PAGES: readonly AccessiblePage[] = [
  {
    route: '/patients/[patientId]/requests/[requestId]',
    by: clinician,
    address: ({ patientId, requestId }) => routes.practiceRequest(patientId, requestId),
    mistake: pressing('Withdraw request'),
  },
  {
    route: '/patients/[patientId]/requests/[requestId]',
    showing: 'what the practice cannot do',
    by: clinician,
    address: ({ patientId, declinedRequestId }) => routes.practiceRequest(patientId, declinedRequestId),
    mistake: pressing('Save'),
  },
]

const ASSESSMENT_PAGES: readonly AccessiblePage[] = [
  {
    route: '/patients/[patientId]/needs-assessments',
    by: clinician,
    address: ({ patientId }) => routes.needsAssessments(patientId),
  },
  {
    route: '/patients/[patientId]/needs-assessments/offer',
    by: clinician,
    address: ({ patientId }) => routes.offerNeedsAssessment(patientId),
    mistake: pressing('Save offer'),
  },
  {
    route: '/patients/[patientId]/needs-assessments/record',
    by: clinician,
    address: ({ patientId }) => routes.recordNeedsAssessment(patientId),
    mistake: pressing('Continue to check answers'),
  },
  {
    route: '/patients/[patientId]/needs-assessments/record/check',
    by: clinician,
    address: ({ draftedPatientId }) => routes.checkNeedsAssessment(draftedPatientId),
  },
  {
    route: '/patients/[patientId]/needs-assessments/[assessmentId]',
    by: clinician,
    address: ({ patientId, assessmentId }) => routes.needsAssessment(patientId, assessmentId),
  },
]

const CARE_PLAN_PAGES: readonly AccessiblePage[] = [
  {
    route: '/patients/[patientId]/care-plan',
    by: clinician,
    address: ({ patientId }) => routes.carePlan(patientId),
  },
  {
    route: '/patients/[patientId]/care-plan',
    showing: 'how to start one',
    by: clinician,
    address: ({ draftedPatientId }) => routes.carePlan(draftedPatientId),
  },
  {
    route: '/patients/[patientId]/care-plan/offer',
    by: clinician,
    address: ({ offeredPatientId }) => routes.offerCarePlan(offeredPatientId),
    mistake: pressing('Save offer', 'Day'),
  },
  {
    route: '/patients/[patientId]/care-plan/agree',
    by: clinician,
    address: ({ offeredPatientId }) => routes.agreeCarePlan(offeredPatientId),
    mistake: pressing('Agree the plan'),
  },
  {
    route: '/patients/[patientId]/care-plan/decline',
    by: clinician,
    address: ({ offeredPatientId }) => routes.declineCarePlan(offeredPatientId),
    mistake: pressing('Save'),
  },
  {
    route: '/patients/[patientId]/care-plan/review',
    by: clinician,
    address: ({ patientId }) => routes.reviewCarePlan(patientId),
    mistake: pressing('Save review'),
  },
  {
    route: '/patients/[patientId]/care-plan/print',
    by: clinician,
    address: ({ patientId }) => routes.printCarePlan(patientId),
  },
  {
    route: '/patients/[patientId]/care-plan/versions/[number]',
    by: clinician,
    address: ({ patientId }) => routes.carePlanVersion(patientId, 1),
  },
  {
    route: '/patients/[patientId]/care-plan/items/[itemId]',
    by: clinician,
    address: ({ patientId, itemId }) => routes.planItem(patientId, itemId),
  },
  {
    route: '/patients/[patientId]/care-plan/items/[itemId]/actions/new',
    by: clinician,
    address: ({ patientId, itemId }) => routes.newAction(patientId, itemId),
    mistake: pressing('Add action'),
  },
  {
    route: '/patients/[patientId]/actions/[actionId]',
    by: clinician,
    address: ({ patientId, actionId }) => routes.action(patientId, actionId),
    mistake: pressing('Finish action'),
  },
  {
    route: '/patients/[patientId]/actions/[actionId]/change',
    by: clinician,
    address: ({ patientId, actionId }) => routes.changeAction(patientId, actionId),
    mistake: pressing('Save action', 'What is to be done?'),
  },
]

/** A page of treatment summaries, opened by a clinician. */
const ofSummary = (
  route: string,
  address: AccessiblePage['address'],
  more: Pick<AccessiblePage, 'mistake' | 'showing'> = {},
): AccessiblePage => ({ route, by: clinician, address, ...more })

const SUMMARY_PAGES: readonly AccessiblePage[] = [
  ofSummary('/patients/[patientId]/treatment-summaries', (cast) => routes.treatmentSummaries(cast.patientId)),
  ofSummary(
    '/patients/[patientId]/treatment-summaries/new',
    (cast) => routes.newTreatmentSummary(cast.patientId),
    { mistake: pressing('Start the summary', 'Day') },
  ),
  ofSummary(
    '/patients/[patientId]/treatment-summaries/[summaryId]',
    (cast) => routes.treatmentSummary(cast.patientId, cast.summaryId),
    { mistake: pressing('Amend the summary') },
  ),
  ofSummary(
    '/patients/[patientId]/treatment-summaries/[summaryId]',
    ({ draftSummary: { patientId, id } }) => routes.treatmentSummary(patientId, id),
    { showing: 'a draft' },
  ),
  ofSummary(
    '/patients/[patientId]/treatment-summaries/[summaryId]/sections/[section]',
    ({ draftSummary: { patientId, id } }) => routes.treatmentSummarySection(patientId, id, 'alerts'),
    { mistake: pressing('Save', 'Symptom') },
  ),
  ofSummary(
    '/patients/[patientId]/treatment-summaries/[summaryId]/sign',
    ({ draftSummary: { patientId, id } }) => routes.signTreatmentSummary(patientId, id),
  ),
  ofSummary(
    '/patients/[patientId]/treatment-summaries/[summaryId]/send',
    (cast) => routes.sendTreatmentSummary(cast.patientId, cast.summaryId),
    { mistake: pressing('Record') },
  ),
  ofSummary('/patients/[patientId]/treatment-summaries/[summaryId]/versions/[number]', (cast) =>
    routes.treatmentSummaryLetter(cast.patientId, cast.summaryId, 1),
  ),
  ofSummary('/patients/[patientId]/treatment-summaries/[summaryId]/versions/[number]/person', (cast) =>
    routes.treatmentSummaryForPerson(cast.patientId, cast.summaryId, 1),
  ),
  {
    route: '/practice/summaries/[deliveryId]',
    by: gp,
    address: (cast) => routes.sentSummary(cast.deliveryId),
  },
]

const ADMINISTRATION_PAGES: readonly AccessiblePage[] = [
  { route: '/admin/staff', by: admin, address: routes.staffList },
  { route: '/admin/staff/invite', by: admin, address: routes.inviteStaff, mistake: pressing('Invite') },
  { route: '/admin/staff/roles', by: admin, address: routes.rolesToConfirm },
  {
    route: '/admin/staff/[staffId]',
    by: admin,
    address: ({ colleague }) => routes.staffMember(colleague.staffId),
  },
  {
    route: '/admin/staff/[staffId]/edit',
    by: admin,
    address: ({ colleague }) => routes.editStaff(colleague.staffId),
    mistake: pressing('Save', 'Family name'),
  },
  {
    route: '/admin/staff/[staffId]/give-team',
    by: admin,
    address: ({ colleague }) => routes.giveTeam(colleague.staffId),
    mistake: pressing('Give the team'),
  },
  {
    route: '/admin/staff/[staffId]/give-role',
    by: admin,
    address: ({ colleague }) => routes.giveRole(colleague.staffId),
    mistake: pressing('Give the role'),
  },
  {
    route: '/admin/staff/[staffId]/invite-again',
    by: admin,
    address: ({ colleague }) => routes.inviteAgain(colleague.staffId),
  },
  {
    route: '/admin/staff/[staffId]/disable',
    by: admin,
    address: ({ colleague }) => routes.disableStaff(colleague.staffId),
  },
  { route: '/admin/teams', by: admin, address: routes.teamList },
  {
    route: '/admin/teams/[teamId]',
    by: admin,
    address: ({ teamId }) => routes.team(teamId),
    mistake: async (page) => {
      await page
        .getByRole('textbox', { name: /after diagnosis/i })
        .first()
        .fill('0')
      await pressing('Save')(page)
    },
  },
  { route: '/admin/help-library', by: admin, address: routes.helpLibrary },
  {
    route: '/admin/help-library/new',
    by: admin,
    address: routes.newHelpEntry,
    mistake: pressing('Add help'),
  },
  {
    route: '/admin/help-library/[entryId]',
    by: admin,
    address: ({ helpEntryId }) => routes.helpEntry(helpEntryId),
    mistake: pressing('Save help', 'Title'),
  },
]

/** Every page of the service. */
export const PAGES: readonly AccessiblePage[] = [
  ...OPEN_PAGES,
  ...ACCOUNT_PAGES,
  ...WORKLIST_PAGES,
  ...PRACTICE_PAGES,
  ...PATIENT_PAGES,
  ...ASSESSMENT_PAGES,
  ...CARE_PLAN_PAGES,
  ...SUMMARY_PAGES,
  ...REQUEST_PAGES,
  ...ADMINISTRATION_PAGES,
]
