import type { Metadata } from 'next'
import { BackLink } from '@/components/nhs/back-link'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { AboutMeReminder } from '@/components/patients/about-me-reminder'
import { RecordingForm } from '@/components/needs-assessments/recording-form'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { openDraft, type OpenDraft } from '@/lib/needs-assessments/open-draft'
import { recordingRows } from '@/lib/needs-assessments/recording-rows'
import { routes } from '@/lib/platform/routes'
import { saveDraftAction } from './actions'

export const metadata: Metadata = { title: 'Record a holistic needs assessment' }

type Props = { params: Promise<{ patientId: string }> }

export default async function Page({ params }: Props) {
  const { patientId } = await params
  const draft = await pageRead((actor) => openDraft(actor, patientId))
  return (
    <Main before={<BackLink href={routes.needsAssessments(patientId)} />}>
      <Notices draft={draft} />
      <RecordingForm
        action={saveDraftAction}
        patientId={patientId}
        teamId={draft.teamId}
        version={draft.version}
        content={draft.content}
        rows={recordingRows(draft.content, draft.catalogue.concerns, draft.last)}
        lastOn={draft.last && formatDateForStaff(draft.last.completedOn)}
        savedWords={savedWords(draft)}
      />
    </Main>
  )
}

function Notices({ draft: { diedOn, startsAfresh, last, aboutMe } }: { draft: OpenDraft }) {
  return (
    <>
      {diedOn ? (
        <WarningCallout>
          <p>
            This person died on {formatDateForStaff(diedOn)}. Record only an assessment done while they lived.
          </p>
        </WarningCallout>
      ) : null}
      {startsAfresh && last ? (
        <InsetText>
          <p>
            Another assessment of {formatDateForStaff(last.completedOn)} was filed since this one was begun.
            Its concerns are here to confirm; what you typed is kept.
          </p>
        </InsetText>
      ) : null}
      {aboutMe ? <AboutMeReminder aboutMe={aboutMe} /> : null}
    </>
  )
}

function savedWords({ saved }: OpenDraft): string {
  return saved ? `Saved ${formatInstantForStaff(saved.at)} by ${saved.by}` : 'Nothing is saved yet'
}
