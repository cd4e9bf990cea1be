import { ButtonLink } from '@/components/nhs/button'
import { Panel } from '@/components/nhs/panel'
import type { AssessmentView } from '@/lib/needs-assessments/assessment-view'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; assessment: Pick<AssessmentView, 'noConcerns' | 'concerns'> }

/** After filing: what was done, whose turn it is, and where to go. */
export function WhatHappensNext({ patientId, assessment: { noConcerns, concerns } }: Props) {
  return (
    <div className="app-screen-only">
      <Panel heading="Assessment filed">
        {noConcerns ? 'No concerns' : `${concerns.length} ${concerns.length === 1 ? 'concern' : 'concerns'}`}
      </Panel>
      <h2>What happens next</h2>
      {noConcerns ? (
        <p>The assessment is complete. No care plan is needed. It can be offered again at any time.</p>
      ) : (
        <>
          <p>
            Discuss the concerns with the person and agree a care plan. It is on your team’s worklist until
            that is done.
          </p>
          <ButtonLink href={routes.carePlan(patientId)}>Go to the care plan</ButtonLink>
        </>
      )}
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
