import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { Checkboxes } from '@/components/nhs/checkboxes'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { ContactFields } from '@/components/re-access/contact-fields'
import { NextFields } from '@/components/re-access/next-fields'
import { RedFlagFields } from '@/components/re-access/red-flag-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { formatTimeForStaff } from '@/lib/nhs/instant'
import { now, today } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getNewContact } from '@/lib/re-access/queries'
import { recordContactAction } from './actions'

export const metadata: Metadata = { title: 'Record a contact' }

type Props = { params: Promise<{ patientId: string }> }

export default async function NewContactPage({ params }: Props) {
  const { patientId } = await params
  const { questions, teams, mayAnswer, isStaffedNow } = await pageRead((actor) =>
    getNewContact(actor, patientId),
  )
  if (teams.length === 0) return <NobodyToAsk patientId={patientId} />
  return (
    <Main before={<BackLink href={routes.patientContacts(patientId)}>Back to contacts</BackLink>}>
      <ActionForm action={recordContactAction}>
        <h1>Record a contact</h1>
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        {isStaffedNow ? null : <OutOfHours />}
        <div className="app-compact">
          <h2>Ask about red flags first</h2>
          <p>Read each question to the caller. If the answer is yes, say what is shown before you go on.</p>
          <RedFlagFields questions={questions} />
          <Checkboxes
            name="adviceGiven"
            items={[
              {
                value: 'yes',
                label: 'I have told the caller what to do now',
                hint: 'Needed where an emergency was answered yes',
              },
            ]}
          />
          <h2>The contact</h2>
          <ContactFields
            teams={teams}
            today={today()}
            time={formatTimeForStaff(now())}
            isPractice={!mayAnswer}
          />
          <NextFields mayAnswer={mayAnswer} />
        </div>
        <Button>Record contact</Button>
      </ActionForm>
    </Main>
  )
}

function OutOfHours() {
  return (
    <InsetText>
      <p>
        It is outside working hours. Nobody of the team answers before the next working morning. If the person
        gets worse before then, they ring 111, or 999 in an emergency.
      </p>
    </InsetText>
  )
}

function NobodyToAsk({ patientId }: { patientId: string }) {
  return (
    <Main before={<BackLink href={routes.patientContacts(patientId)}>Back to contacts</BackLink>}>
      <h1>Record a contact</h1>
      <p>
        No hospital team has this person in care, so nobody would answer. Ring the hospital, or refer the
        person again.
      </p>
    </Main>
  )
}
