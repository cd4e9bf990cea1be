import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { AnswersSummary } from '@/components/needs-assessments/answers-summary'
import { ConcernsTable } from '@/components/needs-assessments/concerns-table'
import { DateInDoubt } from '@/components/needs-assessments/date-in-doubt'
import { UnansweredList } from '@/components/needs-assessments/unanswered-list'
import { pageRead } from '@/lib/accounts/page-read'
import { changeSince } from '@/lib/needs-assessments/concern-changes'
import { openDraft } from '@/lib/needs-assessments/open-draft'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { fileAssessmentAction } from './actions'

export const metadata: Metadata = { title: 'Check the assessment' }

type Props = { params: Promise<{ patientId: string }> }

export default async function Page({ params }: Props) {
  const { patientId } = await params
  const { checked, ...draft } = await pageRead((actor) => openDraft(actor, patientId))
  const form = routes.recordNeedsAssessment(patientId)
  if (draft.version === 0) redirect(form)
  return (
    <Main before={<BackLink href={form} />}>
      {checked.ok ? (
        <ActionForm action={fileAssessmentAction}>
          <h1>Check the assessment</h1>
          <AnswersSummary answers={checked.answers} changeHref={form} />
          <ConcernsTable
            answers={checked.answers}
            since={
              draft.last && {
                on: formatDateForStaff(draft.last.completedOn),
                changes: changeSince(draft.last.concerns, checked.answers.concerns),
              }
            }
          />
          <SubmissionId />
          <HiddenInput name="patientId" value={patientId} />
          <HiddenInput name="teamId" value={draft.teamId} />
          <HiddenInput name="version" value={String(draft.version)} />
          <DateInDoubt completedOn={checked.answers.completedOn} doubts={draft.dateDoubts} />
          <p>Once filed it is part of the record and cannot be changed.</p>
          <ButtonGroup>
            <Button>File the assessment</Button>
            <a href={form}>Change something</a>
          </ButtonGroup>
        </ActionForm>
      ) : (
        <UnansweredList problems={checked.problems} formHref={form} />
      )}
    </Main>
  )
}
