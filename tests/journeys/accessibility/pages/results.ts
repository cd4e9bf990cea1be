import { routes } from '@/lib/platform/routes'
import { clinician, gp, pressing, type AccessiblePage } from './accessible-page'

/** Of results and their review. */
export const RESULT_PAGES: readonly AccessiblePage[] = [
  { route: '/results', by: clinician, address: () => routes.resultsToReview() },
  {
    route: '/results/confirm',
    by: clinician,
    address: ({ inRangeResultId }) => `${routes.confirmResults()}?result=${inRangeResultId}`,
  },
  { route: '/results/tell', by: clinician, address: () => routes.resultsToTell() },
  {
    route: '/results/tell',
    showing: 'nobody',
    by: clinician,
    address: ({ patientId }) => routes.resultsToTellOf(`after=2099-01-01.${patientId}`),
  },
  {
    route: '/results/tell/confirm',
    by: clinician,
    address: ({ toldTogetherId }) => `${routes.tellResults()}?telling=${toldTogetherId}`,
  },
  {
    route: '/results/files',
    by: clinician,
    address: () => routes.resultFiles(),
    mistake: pressing('Send and review'),
  },
  {
    route: '/results/files/[fileId]',
    by: clinician,
    address: ({ resultFileId }) => `${routes.resultFile(resultFileId)}?show=all`,
  },
  { route: '/results/unmatched', by: clinician, address: () => routes.unmatchedResults() },
  {
    route: '/results/unmatched/[unmatchedId]',
    by: clinician,
    address: ({ unmatchedId }) => routes.unmatchedResult(unmatchedId),
    mistake: pressing('File result'),
  },
  {
    route: '/patients/[patientId]/results',
    by: clinician,
    address: ({ patientId }) => routes.results(patientId),
  },
  {
    route: '/patients/[patientId]/results/new',
    by: clinician,
    address: ({ patientId }) => routes.newResult(patientId),
  },
  {
    route: '/patients/[patientId]/results/new',
    showing: 'the form of a blood test',
    by: clinician,
    address: ({ patientId }) => routes.newResultOf(patientId, 'psa'),
    mistake: pressing('File result'),
  },
  {
    route: '/patients/[patientId]/results/new',
    showing: 'the form of a report',
    by: clinician,
    address: ({ patientId }) => routes.newResultOf(patientId, 'ct_body'),
    mistake: pressing('File result'),
  },
  {
    route: '/patients/[patientId]/results/[resultId]',
    by: clinician,
    address: ({ patientId, resultId }) => routes.result(patientId, resultId),
    mistake: pressing('Save review'),
  },
  {
    route: '/patients/[patientId]/results/[resultId]/tell',
    by: clinician,
    address: ({ untold }) => routes.tellResult(untold.patientId, untold.resultId),
    mistake: pressing('Save'),
  },
  {
    route: '/patients/[patientId]/results/[resultId]/test',
    by: clinician,
    address: ({ followedForResultsId, inRangeResultId }) =>
      routes.chooseTest(followedForResultsId, inRangeResultId),
    mistake: pressing('Save'),
  },
  {
    route: '/patients/[patientId]/released-results',
    by: gp,
    address: ({ patientId }) => routes.releasedResults(patientId),
  },
]
