import { routes } from '@/lib/platform/routes'
import { clinician, pressing, type AccessiblePage } from './accessible-page'

/** Finding and registering patients, and their record. */
export const PATIENT_PAGES: readonly AccessiblePage[] = [
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
    route: '/patients/[patientId]/diagnoses/[diagnosisId]/change',
    by: clinician,
    address: ({ patientId, diagnosisId }) => routes.changeDiagnosis(patientId, diagnosisId),
    mistake: pressing('Save diagnosis', 'ICD-10 code'),
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
    route: '/patients/[patientId]/treatment-phases/new',
    by: clinician,
    address: ({ patientId }) => routes.newTreatmentPhase(patientId),
    mistake: pressing('Begin phase'),
  },
  {
    route: '/patients/[patientId]/treatment-phases/[phaseId]',
    by: clinician,
    address: ({ patientId, phaseId }) => routes.treatmentPhase(patientId, phaseId),
    mistake: pressing('End phase'),
  },
  {
    route: '/patients/[patientId]/performance-status',
    by: clinician,
    address: ({ patientId }) => routes.performanceStatus(patientId),
    mistake: pressing('Record performance status'),
  },
  {
    route: '/patients/[patientId]/performance-status/[performanceStatusId]/void',
    by: clinician,
    address: ({ patientId, performanceStatusId }) =>
      routes.voidPerformanceStatus(patientId, performanceStatusId),
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
    route: '/patients/[patientId]/tasks',
    by: clinician,
    address: ({ patientId }) => routes.patientTasks(patientId),
  },
  {
    route: '/patients/[patientId]/care-team',
    by: clinician,
    address: ({ patientId }) => routes.careTeam(patientId),
    mistake: pressing('Refer'),
  },
  {
    route: '/patients/[patientId]/referral',
    by: clinician,
    address: ({ referredPatientId }) => routes.answerReferral(referredPatientId),
    mistake: pressing('Send answer'),
  },
  {
    route: '/patients/[patientId]/referral',
    showing: 'that none waits',
    by: clinician,
    address: ({ patientId }) => routes.answerReferral(patientId),
  },
  {
    route: '/patients/[patientId]/care-team/[teamId]/end',
    by: clinician,
    address: ({ patientId, teamId }) => routes.endCare(patientId, teamId),
    mistake: pressing('End care'),
  },
]
