import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { Main } from '@/components/nhs/main'
import { AnswersSummary } from '@/components/needs-assessments/answers-summary'
import { ConcernsTable } from '@/components/needs-assessments/concerns-table'
import { WhatHappensNext } from '@/components/needs-assessments/what-happens-next'
import { VoidedNotice } from '@/components/patients/voided-notice'
import { pageRead } from '@/lib/accounts/page-read'
import { getAssessment, type AssessmentView } from '@/lib/needs-assessments/assessment-view'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'

export const metadata: Metadata = { title: 'Holistic needs assessment' }

type Props = {
  params: Promise<{ patientId: string; assessmentId: string }>
  searchParams: Promise<{ done?: string | string[] }>
}

export default async function Page({ params, searchParams }: Props) {
  const { patientId, assessmentId } = await params
  const isJustFiled = (await searchParams).done === 'filed'
  const assessment = await pageRead((actor) => getAssessment(actor, patientId, assessmentId))
  const { since } = assessment
  return (
    <Main before={<BackLink href={routes.needsAssessments(patientId)}>Needs assessments</BackLink>}>
      {isJustFiled ? <WhatHappensNext patientId={patientId} assessment={assessment} /> : null}
      {isJustFiled ? <h2>{headingOf(assessment)}</h2> : <h1>{headingOf(assessment)}</h1>}
      {assessment.voided ? <VoidedNotice voided={assessment.voided} /> : null}
      <AnswersSummary answers={assessment} />
      <ConcernsTable
        answers={assessment}
        since={since && { on: formatDateForStaff(since.on), changes: since.changes }}
      />
      <p>
        {since ? (
          <>
            It started from <a href={routes.needsAssessment(patientId, since.id)}>the one before</a>.{' '}
          </>
        ) : null}
        Recorded by {assessment.recordedBy}, {assessment.teamName},{' '}
        {formatInstantForStaff(assessment.recordedAt)}.
      </p>
      {isJustFiled ? null : (
        <p>
          <a href={routes.carePlan(patientId)}>Care plan</a>
        </p>
      )}
      {assessment.mayVoid ? (
        <p>
          <a href={routes.voidNeedsAssessment(patientId, assessmentId)}>Mark as recorded in error</a>
        </p>
      ) : null}
    </Main>
  )
}

function headingOf({ completedOn }: AssessmentView): string {
  return `Holistic needs assessment, ${formatDateForStaff(completedOn)}`
}
