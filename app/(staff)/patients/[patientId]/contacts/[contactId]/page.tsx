import type { Metadata } from 'next'
import { PrintButton } from '@/components/care-plans/print-button'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { AnswerFields } from '@/components/re-access/answer-fields'
import { AppointmentFields } from '@/components/re-access/appointment-fields'
import { ContactFacts } from '@/components/re-access/contact-facts'
import { ContactStory } from '@/components/re-access/contact-story'
import { FlagsAnswered } from '@/components/re-access/flags-answered'
import { pageRead } from '@/lib/accounts/page-read'
import { listBehind } from '@/lib/care-plans/where-next'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import type { ContactView } from '@/lib/re-access/contact'
import { CONTACT_DONE_WORDS } from '@/lib/re-access/labels'
import { getContact, type ContactPage as Page } from '@/lib/re-access/queries'
import { answerContactAction, changeAppointmentAction } from './actions'

export const metadata: Metadata = { title: 'Contact' }

type Props = {
  params: Promise<{ patientId: string; contactId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function ContactPage({ params, searchParams }: Props) {
  const { patientId, contactId } = await params
  const { done, returnTo } = await searchParams
  const page = await pageRead((actor) => getContact(actor, { patientId, contactId }))
  const { contact, hasDied } = page
  const list = listBehind(returnTo)
  const said = lookUp(CONTACT_DONE_WORDS, done)
  const top = (
    <>
      <h1>Contact</h1>
      {hasDied ? <p>This person has died. Nothing more is owed.</p> : null}
      <ContactFacts contact={contact} />
      <FlagsAnswered contact={contact} />
      <ContactStory history={contact.history} />
    </>
  )
  return (
    <Main
      before={
        <BackLink href={list || routes.patientContacts(patientId)}>
          {list ? 'Back to the list' : 'Back to contacts'}
        </BackLink>
      }
    >
      {said ? (
        <NotificationBanner variant="success">
          {said}
          {done === 'recorded' ? promiseWords(contact) : null}
        </NotificationBanner>
      ) : null}
      {page.mayChange ? <NextStep page={page} list={list} top={top} /> : top}
      <PrintButton />
    </Main>
  )
}

/** What the caller is told before the telephone is put down. */
function promiseWords({ state, isLate, answerBy }: ContactView): string {
  if (state !== 'waiting') return ''
  const by = formatInstantForStaff(answerBy)
  return isLate
    ? `. The answer was due by ${by} and is late: have a clinician speak with them now`
    : `. Tell the caller: an answer comes by ${by}`
}

type StepProps = { page: Page; list: string; top: React.ReactNode }

/** Who waits is answered; who was promised an appointment is seen. */
function NextStep({ page, list, top }: StepProps) {
  const isWaiting = page.contact.state === 'waiting'
  return (
    <ActionForm action={isWaiting ? answerContactAction : changeAppointmentAction}>
      {top}
      <h2>What happens next</h2>
      <SubmissionId />
      <HiddenInput name="patientId" value={page.contact.patientId} />
      <HiddenInput name="contactId" value={page.contact.id} />
      <HiddenInput name="version" value={String(page.contact.version)} />
      <HiddenInput name="returnTo" value={list} />
      {isWaiting ? <AnswerFields page={page} /> : <AppointmentFields />}
      <Button>Save</Button>
    </ActionForm>
  )
}
