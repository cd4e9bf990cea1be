import { ButtonLink } from '@/components/nhs/button'
import { InsetText } from '@/components/nhs/inset-text'
import { Panel } from '@/components/nhs/panel'
import type { AssessmentView } from '@/lib/needs-assessments/assessment-view'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = {
  patientId: string
  assessment: Pick<AssessmentView, 'noConcerns' | 'concerns' | 'completedOn' | 'stillToDo'>
}

/** After filing: what was done, whose turn it is, and where to go. */
export function WhatHappensNext({ patientId, assessment }: Props) {
  const { noConcerns, concerns } = assessment
  return (
    <div className="app-screen-only">
      <Panel heading="Assessment filed">
        {noConcerns ? 'No concerns' : `${concerns.length} ${concerns.length === 1 ? 'concern' : 'concerns'}`}
      </Panel>
      <h2>What happens next</h2>
      {noConcerns ? (
        <p>No care plan is needed. It can be offered again at any time.</p>
      ) : (
        <>
          <p>
            Discuss the concerns with the person and agree a care plan. It is on your team’s worklist until
            that is done.
          </p>
          <ButtonLink href={routes.carePlan(patientId)}>Go to the care plan</ButtonLink>
        </>
      )}
      <StillToDo {...assessment} />
      <ul>
        <li>
          <a href={routes.patient(patientId)}>The person’s record</a>
        </li>
        <li>
          <a href={routes.worklist()}>Worklist</a>
        </li>
      </ul>
    </div>
  )
}

/** What this assessment did not answer: somebody waits for another one. */
function StillToDo({ completedOn, stillToDo }: Props['assessment']) {
  if (stillToDo.length === 0) return null
  return (
    <InsetText>
      <p>This assessment, done on {formatDateForStaff(completedOn)}, leaves open:</p>
      <ul>
        {stillToDo.map(({ act, dueOn, href }) => (
          <li key={`${act} ${dueOn}`}>
            <a href={href}>{act}</a>, due {formatDateForStaff(dueOn)}
          </li>
        ))}
      </ul>
    </InsetText>
  )
}
