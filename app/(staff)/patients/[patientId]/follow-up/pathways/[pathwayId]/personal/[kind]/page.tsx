import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PersonalChangeFields } from '@/components/follow-up/personal-change-fields'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { pageRead } from '@/lib/accounts/page-read'
import { getPersonalChange } from '@/lib/follow-up/get-personal-change'
import { PERSONAL_CHANGE_WORDS } from '@/lib/follow-up/labels'
import { personalChangeNamed } from '@/lib/follow-up/personal-changes'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { changeForPersonAction } from './actions'

export const metadata: Metadata = { title: 'Change for this person' }

type Props = { params: Promise<{ patientId: string; pathwayId: string; kind: string }> }

export default async function PersonalChangePage({ params }: Props) {
  const { patientId, pathwayId, kind: named } = await params
  const page = await pageRead((actor) => getPersonalChange(actor, { patientId, pathwayId }))
  const kind = personalChangeNamed(named)
  if (!kind) notFound()
  const { act, does } = PERSONAL_CHANGE_WORDS[kind]
  const { protocol, version } = page
  return (
    <Main before={<BackLink href={routes.followUp(patientId)}>Back to follow-up</BackLink>}>
      <ActionForm action={changeForPersonAction}>
        <h1>
          <span className="nhsuk-caption-xl">
            {protocol.title}, version {protocol.version}
          </span>
          {act}
        </h1>
        <p>{does}</p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="pathwayId" value={pathwayId} />
        <HiddenInput name="version" value={String(version)} />
        <HiddenInput name="kind" value={kind} />
        <PersonalChangeFields page={page} kind={kind} today={today()} />
        <TextArea
          name="reason"
          label="Why is it otherwise for this person?"
          hint="Shown on the pathway, and in what is raised because of it"
          rows={3}
        />
        <Button>Change it for this person</Button>
      </ActionForm>
    </Main>
  )
}
