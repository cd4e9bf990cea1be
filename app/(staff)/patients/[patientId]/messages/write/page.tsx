import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Radios } from '@/components/nhs/radios'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import { pageRead } from '@/lib/accounts/page-read'
import { listMessages } from '@/lib/messages/queries'
import { routes } from '@/lib/platform/routes'
import { notFound } from 'next/navigation'
import { writeLetterAction } from './actions'

export const metadata: Metadata = { title: 'Write a letter' }

type Props = { params: Promise<{ patientId: string }> }

export default async function WriteLetterPage({ params }: Props) {
  const { patientId } = await params
  const { mayWrite } = await pageRead((actor) => listMessages(actor, patientId))
  if (!mayWrite) notFound()
  return (
    <Main before={<BackLink href={routes.messages(patientId)}>Back to letters and messages</BackLink>}>
      <ActionForm action={writeLetterAction}>
        <h1>Write a letter</h1>
        <p>
          The date, the person’s name, date of birth and NHS number, your name and your team are put in for
          you.
        </p>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <Radios
          name="recipient"
          label="Who is it for?"
          items={[
            { value: 'person', label: 'The person', hint: 'Your team prints and posts it' },
            {
              value: 'practice',
              label: 'Their practice',
              hint: 'The practice has it in this service at once',
            },
          ]}
        />
        <TextInput name="heading" label="What is it about?" hint="It stands above the letter" />
        <TextArea
          name="body"
          label="What does it say?"
          hint="Leave an empty line between paragraphs. A line of its own that begins with # becomes a heading. Begin after “Dear …” and end before “Yours sincerely”"
          rows={14}
        />
        <Button>Finish the letter</Button>
      </ActionForm>
    </Main>
  )
}
