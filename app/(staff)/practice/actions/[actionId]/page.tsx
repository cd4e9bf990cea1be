import type { Metadata } from 'next'
import { AnswerFields } from '@/components/care-plans/answer-fields'
import { scoreWords } from '@/components/care-plans/score-words'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { SubmissionId } from '@/components/nhs/submission-id'
import { SummaryList } from '@/components/nhs/summary-list'
import { pageRead } from '@/lib/accounts/page-read'
import { ACTION_STATE_LABELS, DONE_WORDS } from '@/lib/care-plans/labels'
import { getPracticeAction, type PracticeActionPage as View } from '@/lib/care-plans/practice-queries'
import { listBehind } from '@/lib/care-plans/where-next'
import { formatDateForBanner, formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { today } from '@/lib/platform/clock'
import { lookUp } from '@/lib/platform/look-up'
import { routes } from '@/lib/platform/routes'
import { answerPracticeActionAction } from './actions'

export const metadata: Metadata = { title: 'Asked of your practice' }

type Props = {
  params: Promise<{ actionId: string }>
  searchParams: Promise<{ done?: string | string[]; returnTo?: string | string[] }>
}

export default async function PracticeActionPage({ params, searchParams }: Props) {
  const { actionId } = await params
  const { done, returnTo } = await searchParams
  const asked = await pageRead((actor) => getPracticeAction(actor, actionId))
  const list = listBehind(returnTo)
  const said = lookUp(DONE_WORDS, done)
  const { answer } = asked
  return (
    <Main before={<BackLink href={list || routes.practiceHome()} />}>
      {said ? <NotificationBanner variant="success">{said}</NotificationBanner> : null}
      <ActionForm action={answerPracticeActionAction}>
        <h1>Asked of your practice</h1>
        <Facts asked={asked} />
        {answer ? (
          <>
            <h2>Your practice’s answer</h2>
            <p>
              {asked.state === 'declined' ? 'Cannot be done' : ACTION_STATE_LABELS[asked.state]}, on{' '}
              {formatDateForStaff(answer.on)}, recorded by {answer.by}
            </p>
            {answer.note ? <p className="app-preserve-lines">{answer.note}</p> : null}
          </>
        ) : (
          <>
            <SubmissionId />
            <HiddenInput name="actionId" value={asked.id} />
            <HiddenInput name="version" value={String(asked.version)} />
            <HiddenInput name="returnTo" value={list} />
            <AnswerFields today={today()} />
            <Button>Send answer</Button>
          </>
        )}
      </ActionForm>
    </Main>
  )
}

function Facts({ asked: { person, what, concern, dueOn, help, team, shareId } }: { asked: View }) {
  return (
    <SummaryList
      rows={[
        {
          label: 'Patient',
          value: (
            <>
              {person.name}
              <br />
              <span className="app-number">{formatNhsNumber(person.nhsNumber)}</span>, born{' '}
              {formatDateForBanner(person.bornOn)}
            </>
          ),
        },
        { label: 'What', value: <span className="app-preserve-lines">{what}</span> },
        {
          label: 'For',
          value: concern ? `${concern.label}, ${scoreWords(concern.score).toLowerCase()}` : 'Not recorded',
        },
        { label: 'By when', value: `${formatDateForStaff(dueOn)}, ${formatDaysFromToday(dueOn, today())}` },
        { label: 'Help', value: help ? <span className="app-preserve-lines">{help}</span> : 'None added' },
        { label: 'Asked by', value: team.telephone ? `${team.name}, ${team.telephone}` : team.name },
        {
          label: 'Plan',
          value: shareId ? <a href={routes.sharedCarePlan(shareId)}>Read the shared plan</a> : 'Not shared',
        },
      ]}
    />
  )
}
