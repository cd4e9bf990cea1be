import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { FREE_TEXT_LIMIT } from '@/lib/nhs/free-text'
import { ABOUT_ME_SECTIONS } from '@/lib/patients/about-me'
import { ABOUT_ME_LABELS } from '@/lib/patients/about-me-labels'
import { getAboutMe } from '@/lib/patients/get-about-me'
import { today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { tellAboutMeAction } from './actions'

export const metadata: Metadata = { title: 'Write About Me' }

type Props = { params: Promise<{ patientId: string }> }

export default async function TellAboutMePage({ params }: Props) {
  const { patientId } = await params
  const { latest } = await pageRead((actor) => getAboutMe(actor, patientId, 'create'))
  return (
    <Main before={<BackLink href={routes.aboutMe(patientId)} />}>
      <ActionForm action={tellAboutMeAction}>
        <h1>About Me</h1>
        <p>
          Use the person’s own words.{' '}
          {latest ? 'Change what has changed; the rest stays as it was told.' : null} Leave empty what they
          would rather not say.
        </p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="number" value={String(latest?.number ?? 0)} />
        {ABOUT_ME_SECTIONS.map((section) => (
          <TextArea
            key={section}
            name={section}
            label={ABOUT_ME_LABELS[section].heading}
            hint={ABOUT_ME_LABELS[section].hint}
            value={latest?.words[section]}
            rows={3}
            limit={FREE_TEXT_LIMIT}
          />
        ))}
        <TextInput
          name="supportedBy"
          label="Who helped to write it"
          hint="Leave empty if the person wrote it alone"
          value={latest?.supportedBy}
        />
        <DateInput
          name="toldOn"
          label="When did they tell it?"
          hint="For example, 15 3 2026"
          value={today()}
        />
        <Button>Save About Me</Button>
      </ActionForm>
    </Main>
  )
}
