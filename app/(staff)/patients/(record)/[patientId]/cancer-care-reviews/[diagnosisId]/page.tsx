import type { Metadata } from 'next'
import { AgreedActionsTable } from '@/components/cancer-care-reviews/agreed-actions-table'
import { BeginReview } from '@/components/cancer-care-reviews/begin-review'
import { FirstPageConcerns } from '@/components/cancer-care-reviews/first-page-concerns'
import { FirstPageEarlier } from '@/components/cancer-care-reviews/first-page-earlier'
import { FirstPagePeople } from '@/components/cancer-care-reviews/first-page-people'
import { FirstPageTreatment } from '@/components/cancer-care-reviews/first-page-treatment'
import { FirstPageWishes } from '@/components/cancer-care-reviews/first-page-wishes'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { PatientBanner } from '@/components/patients/patient-banner'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { getFirstPage } from '@/lib/cancer-care-reviews/get-first-page'
import { REVIEW_DONE_WORDS } from '@/lib/cancer-care-reviews/recording-labels'
import { diagnosedIn } from '@/lib/diagnoses/diagnosis'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { formatPeriodForStaff } from '@/lib/nhs/date-period'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Cancer care review' }

type Props = {
  params: Promise<{ patientId: string; diagnosisId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

/** What is known before the conversation. Outside the layout, as the record is: banner and page are one statement. */
export default async function CancerCareReviewPage({ params, searchParams }: Props) {
  const { patientId, diagnosisId } = await params
  const { done, returnTo } = await searchParams
  const said = lookUp(REVIEW_DONE_WORDS, done)
  const list = listBehind(returnTo) || routes.practiceHome()
  const page = await pageRead((actor) => getFirstPage(actor, { patientId, diagnosisId }))
  const day = today()
  return (
    <>
      <PatientBanner patient={page.banner} today={day} />
      <Main before={<BackLink href={list}>Back to the list</BackLink>}>
        {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
        <h1>Cancer care review</h1>
        <p>
          {diagnosisName(page.diagnosis)}, diagnosed {formatPeriodForStaff(diagnosedIn(page.diagnosis))}
        </p>
        <BeginReview draft={page.draft} patientId={patientId} diagnosisId={diagnosisId} />
        <FirstPageWishes page={page} patientId={patientId} diagnosisId={diagnosisId} />
        <FirstPageConcerns page={page} />
        <AgreedActionsTable actions={page.open} today={day} />
        <FirstPageTreatment page={page} />
        <FirstPagePeople contacts={page.contacts} teams={page.teams} />
        <FirstPageEarlier page={page} patientId={patientId} />
      </Main>
    </>
  )
}
