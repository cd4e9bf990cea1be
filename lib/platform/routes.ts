/** Every address of the service, once. Ids only: never a name or an NHS number. */
export const routes = {
  home: () => '/',
  logIn: () => '/log-in',
  secondFactor: () => '/log-in/second-factor',
  invitation: (token: string) => `/invitation/${token}`,
  documentLink: (secret: string) => `/link/${secret}`,
  linkedDocument: () => '/link/document',
  linkedDocumentPdf: () => '/link/document/pdf',
  linkedRequest: (requestId: string) => `/link/requests/${requestId}`,
  linkEnded: () => '/link/ended',
  accessibility: () => '/accessibility',
  privacy: () => '/privacy',
  mySessions: () => '/account/sessions',
  mySecondFactor: () => '/account/second-factor',
  changePassword: () => '/account/password',
  logOut: () => '/account/log-out',
  stayLoggedIn: () => '/account/stay-logged-in',

  worklist: () => '/worklist',
  reassignTask: (taskId: string) => `/worklist/${taskId}/reassign`,
  postponeTask: (taskId: string) => `/worklist/${taskId}/postpone`,
  closeTask: (taskId: string) => `/worklist/${taskId}/close`,

  resultsToReview: () => '/results',
  resultsToReviewOf: (query: string) => (query ? `/results?${query}` : '/results'),
  resultFiles: () => '/results/files',
  resultFile: (fileId: string) => `/results/files/${fileId}`,
  resultFileRows: (fileId: string, show: string, page: number) =>
    `/results/files/${fileId}?show=${show}&page=${page}`,
  confirmResults: () => '/results/confirm',
  resultsToTell: () => '/results/tell',
  resultsToTellOf: (query: string) => (query ? `/results/tell?${query}` : '/results/tell'),
  tellResults: () => '/results/tell/confirm',
  unmatchedResults: () => '/results/unmatched',
  unmatchedResultsAfter: (place: string) => `/results/unmatched?after=${place}`,
  unmatchedResult: (unmatchedId: string) => `/results/unmatched/${unmatchedId}`,
  lettersToPost: () => '/letters',
  lettersPdf: () => '/letters/pdf',
  postLetters: (...letterIds: string[]) =>
    `/letters/post${letterIds.length > 0 ? `?${letterIds.map((id) => `letter=${id}`).join('&')}` : ''}`,

  practiceHome: () => '/practice',
  sharedCarePlan: (shareId: string) => `/practice/plans/${shareId}`,
  practiceAction: (actionId: string) => `/practice/actions/${actionId}`,
  sentSummary: (deliveryId: string) => `/practice/summaries/${deliveryId}`,
  sentSummaryPdf: (deliveryId: string) => `/practice/summaries/${deliveryId}/pdf`,
  practiceLetters: () => '/practice/messages',
  sentMessage: (messageId: string) => `/practice/messages/${messageId}`,
  sentMessagePdf: (messageId: string) => `/practice/messages/${messageId}/pdf`,
  dueReviews: () => '/practice/reviews',
  answerPracticeRequest: (requestId: string) => `/practice/requests/${requestId}`,

  patientSearch: () => '/patients',
  patientSearchResults: (searchId: string) => `/patients?results=${searchId}`,
  registerPatient: () => '/patients/register',
  importPatients: () => '/patients/import',
  refusedImport: () => '/patients/import?refused=too_large',
  patientImport: (importId: string) => `/patients/import/${importId}`,
  patient: (patientId: string) => `/patients/${patientId}`,
  editPatient: (patientId: string) => `/patients/${patientId}/edit`,
  communicationNeeds: (patientId: string) => `/patients/${patientId}/communication-needs`,
  aboutMe: (patientId: string) => `/patients/${patientId}/about-me`,
  tellAboutMe: (patientId: string) => `/patients/${patientId}/about-me/tell`,
  keyContacts: (patientId: string) => `/patients/${patientId}/key-contacts`,
  newKeyContact: (patientId: string) => `/patients/${patientId}/key-contacts/new`,
  keyContact: (patientId: string, contactId: string) => `/patients/${patientId}/key-contacts/${contactId}`,
  endKeyContact: (patientId: string, contactId: string) =>
    `/patients/${patientId}/key-contacts/${contactId}/end`,
  newDiagnosis: (patientId: string) => `/patients/${patientId}/diagnoses/new`,
  diagnosis: (patientId: string, diagnosisId: string) => `/patients/${patientId}/diagnoses/${diagnosisId}`,
  changeDiagnosis: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/diagnoses/${diagnosisId}/change`,
  voidDiagnosis: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/diagnoses/${diagnosisId}/void`,
  newTreatment: (patientId: string) => `/patients/${patientId}/treatments/new`,
  treatment: (patientId: string, treatmentId: string) => `/patients/${patientId}/treatments/${treatmentId}`,
  voidTreatment: (patientId: string, treatmentId: string) =>
    `/patients/${patientId}/treatments/${treatmentId}/void`,
  newTreatmentPhase: (patientId: string) => `/patients/${patientId}/treatment-phases/new`,
  treatmentPhase: (patientId: string, phaseId: string) =>
    `/patients/${patientId}/treatment-phases/${phaseId}`,
  performanceStatus: (patientId: string) => `/patients/${patientId}/performance-status`,
  voidPerformanceStatus: (patientId: string, performanceStatusId: string) =>
    `/patients/${patientId}/performance-status/${performanceStatusId}/void`,
  registeredPractice: (patientId: string) => `/patients/${patientId}/registered-practice`,
  recordDeath: (patientId: string) => `/patients/${patientId}/death`,
  patientTasks: (patientId: string) => `/patients/${patientId}/tasks`,
  careTeam: (patientId: string) => `/patients/${patientId}/care-team`,
  answerReferral: (patientId: string) => `/patients/${patientId}/referral`,
  endCare: (patientId: string, teamId: string) => `/patients/${patientId}/care-team/${teamId}/end`,

  needsAssessments: (patientId: string) => `/patients/${patientId}/needs-assessments`,
  offerNeedsAssessment: (patientId: string) => `/patients/${patientId}/needs-assessments/offer`,
  recordNeedsAssessment: (patientId: string) => `/patients/${patientId}/needs-assessments/record`,
  checkNeedsAssessment: (patientId: string) => `/patients/${patientId}/needs-assessments/record/check`,
  needsAssessment: (patientId: string, assessmentId: string) =>
    `/patients/${patientId}/needs-assessments/${assessmentId}`,
  voidNeedsAssessment: (patientId: string, assessmentId: string) =>
    `/patients/${patientId}/needs-assessments/${assessmentId}/void`,

  carePlan: (patientId: string) => `/patients/${patientId}/care-plan`,
  offerCarePlan: (patientId: string) => `/patients/${patientId}/care-plan/offer`,
  agreeCarePlan: (patientId: string) => `/patients/${patientId}/care-plan/agree`,
  declineCarePlan: (patientId: string) => `/patients/${patientId}/care-plan/decline`,
  printCarePlan: (patientId: string) => `/patients/${patientId}/care-plan/print`,
  reviewCarePlan: (patientId: string) => `/patients/${patientId}/care-plan/review`,
  planItem: (patientId: string, itemId: string) => `/patients/${patientId}/care-plan/items/${itemId}`,
  newAction: (patientId: string, itemId: string) =>
    `/patients/${patientId}/care-plan/items/${itemId}/actions/new`,
  carePlanVersion: (patientId: string, number: number) =>
    `/patients/${patientId}/care-plan/versions/${number}`,
  action: (patientId: string, actionId: string) => `/patients/${patientId}/actions/${actionId}`,
  changeAction: (patientId: string, actionId: string) => `/patients/${patientId}/actions/${actionId}/change`,

  treatmentSummaries: (patientId: string) => `/patients/${patientId}/treatment-summaries`,
  newTreatmentSummary: (patientId: string) => `/patients/${patientId}/treatment-summaries/new`,
  treatmentSummary: (patientId: string, summaryId: string) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}`,
  treatmentSummarySection: (patientId: string, summaryId: string, section: string) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/sections/${section}`,
  signTreatmentSummary: (patientId: string, summaryId: string) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/sign`,
  sendTreatmentSummary: (patientId: string, summaryId: string) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/send`,
  treatmentSummaryLinks: (patientId: string, summaryId: string) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/links`,
  revokeDocumentLink: (patientId: string, linkId: string) =>
    `/patients/${patientId}/document-links/${linkId}/revoke`,
  treatmentSummaryLetter: (patientId: string, summaryId: string, number: number) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/versions/${number}`,
  treatmentSummaryLetterPdf: (patientId: string, summaryId: string, number: number) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/versions/${number}/pdf`,
  treatmentSummaryForPerson: (patientId: string, summaryId: string, number: number) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/versions/${number}/person`,
  treatmentSummaryForPersonPdf: (patientId: string, summaryId: string, number: number) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/versions/${number}/person/pdf`,
  treatmentSummaryForPersonLargePdf: (patientId: string, summaryId: string, number: number) =>
    `/patients/${patientId}/treatment-summaries/${summaryId}/versions/${number}/person/pdf?print=large`,
  contacts: () => '/contacts',
  patientContacts: (patientId: string) => `/patients/${patientId}/contacts`,
  newContact: (patientId: string) => `/patients/${patientId}/contacts/new`,
  contact: (patientId: string, contactId: string) => `/patients/${patientId}/contacts/${contactId}`,
  followUpList: () => '/follow-up',
  publishedProtocols: () => '/follow-up/protocols',
  rehearsal: (organisationId: string, code: string) => `/follow-up/protocols/${organisationId}/${code}`,
  moveToVersion: (organisationId: string, code: string) =>
    `/follow-up/protocols/${organisationId}/${code}/move`,
  followUpLedger: () => '/follow-up/ledger',
  followUp: (patientId: string) => `/patients/${patientId}/follow-up`,
  decideFollowUp: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/follow-up/diagnoses/${diagnosisId}`,
  pathwayStep: (patientId: string, pathwayId: string, step: string) =>
    `/patients/${patientId}/follow-up/pathways/${pathwayId}/${step}`,
  ownFollowUp: (patientId: string, pathwayId: string) =>
    `/patients/${patientId}/follow-up/pathways/${pathwayId}/my-follow-up`,
  ownFollowUpPdf: (patientId: string, pathwayId: string) =>
    `/patients/${patientId}/follow-up/pathways/${pathwayId}/my-follow-up/pdf`,
  personalChange: (patientId: string, pathwayId: string, kind: string) =>
    `/patients/${patientId}/follow-up/pathways/${pathwayId}/personal/${kind}`,
  takeBackChange: (patientId: string, pathwayId: string, change: string) =>
    `/patients/${patientId}/follow-up/pathways/${pathwayId}/take-back?change=${encodeURIComponent(change)}`,
  surveillanceTest: (patientId: string, testId: string) => `/patients/${patientId}/follow-up/tests/${testId}`,
  results: (patientId: string) => `/patients/${patientId}/results`,
  releasedResults: (patientId: string) => `/patients/${patientId}/released-results`,
  newResult: (patientId: string) => `/patients/${patientId}/results/new`,
  newResultOf: (patientId: string, code: string) => `/patients/${patientId}/results/new?of=${code}`,
  correctResult: (patientId: string, resultId: string) =>
    `/patients/${patientId}/results/new?replaces=${resultId}`,
  result: (patientId: string, resultId: string) => `/patients/${patientId}/results/${resultId}`,
  tellResult: (patientId: string, resultId: string) => `/patients/${patientId}/results/${resultId}/tell`,
  chooseTest: (patientId: string, resultId: string) => `/patients/${patientId}/results/${resultId}/test`,
  messages: (patientId: string) => `/patients/${patientId}/messages`,
  writeLetter: (patientId: string) => `/patients/${patientId}/messages/write`,
  contactBlocks: (patientId: string) => `/patients/${patientId}/messages/blocks`,
  message: (patientId: string, messageId: string) => `/patients/${patientId}/messages/${messageId}`,
  messagePdf: (patientId: string, messageId: string) => `/patients/${patientId}/messages/${messageId}/pdf`,
  practiceRequest: (patientId: string, requestId: string) => `/patients/${patientId}/requests/${requestId}`,

  cancerCareReview: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}`,
  recordReview: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/record`,
  checkReview: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/record/check`,
  reviewWishes: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/wishes`,
  heldReview: (patientId: string, reviewId: string) => `/patients/${patientId}/reviews/${reviewId}`,
  voidReview: (patientId: string, reviewId: string) => `/patients/${patientId}/reviews/${reviewId}/void`,
  reviewAction: (patientId: string, actionId: string) => `/patients/${patientId}/review-actions/${actionId}`,
  inviteToReview: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/invite`,
  declineReview: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/decline`,
  excuseReview: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/not-needed`,
  reviewHistory: (patientId: string, diagnosisId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/history`,
  voidReviewFact: (patientId: string, diagnosisId: string, factId: string) =>
    `/patients/${patientId}/cancer-care-reviews/${diagnosisId}/history/${factId}/void`,

  staffList: () => '/admin/staff',
  inviteStaff: () => '/admin/staff/invite',
  rolesToConfirm: () => '/admin/staff/roles',
  staffMember: (staffId: string) => `/admin/staff/${staffId}`,
  editStaff: (staffId: string) => `/admin/staff/${staffId}/edit`,
  giveTeam: (staffId: string) => `/admin/staff/${staffId}/give-team`,
  giveRole: (staffId: string) => `/admin/staff/${staffId}/give-role`,
  inviteAgain: (staffId: string) => `/admin/staff/${staffId}/invite-again`,
  disableStaff: (staffId: string) => `/admin/staff/${staffId}/disable`,
  teamList: () => '/admin/teams',
  team: (teamId: string) => `/admin/teams/${teamId}`,
  protocols: () => '/admin/protocols',
  protocol: (organisationId: string, code: string, version: string) =>
    `/admin/protocols/${organisationId}/${code}/${version}`,
  publishProtocol: (organisationId: string, code: string, version: string) =>
    `/admin/protocols/${organisationId}/${code}/${version}/publish`,
  withdrawProtocol: (organisationId: string, code: string, version: string) =>
    `/admin/protocols/${organisationId}/${code}/${version}/withdraw`,
  helpLibrary: () => '/admin/help-library',
  newHelpEntry: () => '/admin/help-library/new',
  helpEntry: (entryId: string) => `/admin/help-library/${entryId}`,
} as const
