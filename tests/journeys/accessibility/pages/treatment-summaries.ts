import { routes } from '@/lib/platform/routes'
import { clinician, gp, pressing, type AccessiblePage } from './accessible-page'

/** A page of treatment summaries, opened by a clinician. */
const ofSummary = (
  route: string,
  address: AccessiblePage['address'],
  more: Pick<AccessiblePage, 'mistake' | 'showing'> = {},
): AccessiblePage => ({ route, by: clinician, address, ...more })

/** Treatment summaries, at the hospital and at the practice. */
export const SUMMARY_PAGES: readonly AccessiblePage[] = [
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
