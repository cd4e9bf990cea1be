import { InsetText } from '@/components/nhs/inset-text'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { routes } from '@/lib/platform/routes'
import { REQUEST_FACT_WORDS } from '@/lib/practice-requests/labels'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import type { RequestState } from '@/lib/practice-requests/rules'
import type { LinkedSummaryPage } from '@/lib/treatment-summaries/summary-by-link'
import { Telephone } from './telephone'

/** What was said of a request so far: the first answer stands, and is shown to whoever comes later. */
export function LinkedAnswer({ request: { history } }: { request: PracticeRequestView }) {
  const said = history.filter(({ kind }) => kind !== 'asked')
  if (said.length === 0) return null
  return (
    <>
      <h2>What was said so far</h2>
      <ol>
        {said.map(({ kind, on, note }, index) => (
          <li key={`${index} ${kind}`}>
            {REQUEST_FACT_WORDS[kind]} on {formatDateForStaff(on)}
            {note ? <span className="app-preserve-lines">. {note}</span> : null}
          </li>
        ))}
      </ol>
    </>
  )
}

type Props = { summary: LinkedSummaryPage; request: PracticeRequestView }

/** After an answer: what happens next, whom to ring, and what is still to be answered. */
export function WhatHappensNext({ summary, request }: Props) {
  const waiting = summary.requests.filter(({ id, state }) => id !== request.id && state === 'asked')
  return (
    <InsetText>
      <p>{nextWords(request.state, summary.linkExpiresAt)}</p>
      <p>
        If something is wrong with it, ring {request.team.name}
        <Telephone number={request.team.telephone} />.
      </p>
      {waiting.length > 0 ? (
        <p>
          Still to be answered:{' '}
          {waiting.map(({ id, what }, index) => (
            <span key={id}>
              {index > 0 ? '; ' : null}
              <a href={routes.linkedRequest(id)}>{what}</a>
            </span>
          ))}
        </p>
      ) : null}
      {summary.seenAt ? null : (
        <p>
          Please <a href={routes.linkedDocument()}>mark the summary as read</a> too.
        </p>
      )}
    </InsetText>
  )
}

function nextWords(state: RequestState, expiresAt: Date): string {
  switch (state) {
    case 'accepted':
      return `Your practice has said yes. When it is done, open the link again and say so: it can be used until ${formatInstantForStaff(expiresAt)}. After that, ask the hospital team for a new link, or tell them by telephone.`
    case 'done':
      return 'The hospital team sees that it is done. Nothing more is needed.'
    case 'declined':
      return 'The hospital team has been told, and finds another way. Nothing more is needed from you.'
    case 'withdrawn':
      return 'The hospital team has withdrawn this request. Nothing needs doing.'
    default:
      return 'This request has ended. Nothing needs doing.'
  }
}
