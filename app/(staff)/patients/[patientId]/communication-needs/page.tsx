import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Checkboxes } from '@/components/nhs/checkboxes'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { ACCESSIBLE_INFORMATION_NEEDS } from '@/lib/nhs/code-lists/accessible-information'
import { languageLabel } from '@/lib/nhs/code-lists/language'
import { FREE_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { getCommunicationNeeds } from '@/lib/patients/get-communication-needs'
import { routes } from '@/lib/platform/routes'
import { changeCommunicationNeedsAction } from './actions'

export const metadata: Metadata = { title: 'Communication needs' }

type Props = { params: Promise<{ patientId: string }> }

export default async function CommunicationNeedsPage({ params }: Props) {
  const { patientId } = await params
  const needs = await pageRead((actor) => getCommunicationNeeds(actor, patientId))
  return (
    <Main before={<BackLink href={routes.patient(patientId)}>Back to the record</BackLink>}>
      <ActionForm action={changeCommunicationNeedsAction}>
        <h1>Communication needs</h1>
        <p>
          What the person needs so that they can read, hear and take part. It is shown on every page about
          them.
        </p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="version" value={String(needs.version)} />
        <Radios
          name="interpreterRequired"
          label="Is an interpreter required?"
          value={interpreterAnswer(needs.interpreterRequired)}
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
            { value: 'not_asked', label: 'Not asked yet' },
          ]}
        />
        <TextInput
          name="preferredLanguage"
          label="Preferred language"
          hint="Its English name, for example Polish or British Sign Language"
          width={20}
          value={needs.preferredLanguage && languageLabel(needs.preferredLanguage)}
        />
        <Checkboxes
          name="informationNeeds"
          label="What else do they need?"
          values={needs.informationNeeds}
          items={ACCESSIBLE_INFORMATION_NEEDS.codes.map((code) => ({
            value: code,
            label: ACCESSIBLE_INFORMATION_NEEDS.label(code),
          }))}
        />
        <TextArea
          name="communicationNote"
          label="Note"
          hint="For example: wears a hearing aid in the left ear, ring after 10"
          value={needs.communicationNote}
          rows={3}
          limit={FREE_TEXT_LIMIT}
        />
        <Button>Save communication needs</Button>
      </ActionForm>
    </Main>
  )
}

function interpreterAnswer(isRequired: boolean | null): 'yes' | 'no' | 'not_asked' {
  if (isRequired === null) return 'not_asked'
  return isRequired ? 'yes' : 'no'
}
