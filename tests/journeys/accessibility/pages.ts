import type { AccessiblePage } from './pages/accessible-page'
import { ACCOUNT_PAGES } from './pages/account'
import { ADMINISTRATION_PAGES } from './pages/administration'
import { OPEN_PAGES } from './pages/before-log-in'
import { MESSAGE_PAGES } from './pages/messages'
import { CARE_PLAN_PAGES } from './pages/care-plans'
import { LINK_PAGES } from './pages/document-links'
import { REVIEW_PAGES } from './pages/cancer-care-reviews'
import { HELD_REVIEW_PAGES } from './pages/held-reviews'
import { ASSESSMENT_PAGES } from './pages/needs-assessments'
import { CONTACT_PAGES } from './pages/contacts'
import { FOLLOW_UP_PAGES } from './pages/follow-up'
import { PATIENT_PAGES } from './pages/patients'
import { PRACTICE_PAGES } from './pages/practice'
import { PROTOCOL_PAGES } from './pages/protocols'
import { REQUEST_PAGES } from './pages/practice-requests'
import { RESULT_PAGES } from './pages/results'
import { SUMMARY_PAGES } from './pages/treatment-summaries'
import { WORKLIST_PAGES } from './pages/worklist'

/** Every page of the service, by the area it belongs to. */
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
  ...CONTACT_PAGES,
  ...RESULT_PAGES,
  ...MESSAGE_PAGES,
  ...FOLLOW_UP_PAGES,
  ...PROTOCOL_PAGES,
  ...LINK_PAGES,
  ...REVIEW_PAGES,
  ...HELD_REVIEW_PAGES,
  ...ADMINISTRATION_PAGES,
]
