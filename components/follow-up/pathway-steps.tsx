import type { PathwayView } from '@/lib/follow-up/follow-up-view'
import { PATHWAY_STEP_WORDS, PERSONAL_CHANGE_WORDS } from '@/lib/follow-up/labels'
import { PERSONAL_CHANGE_KINDS } from '@/lib/follow-up/personal-changes'
import { routes } from '@/lib/platform/routes'

/** What a clinician can do with a pathway, each on a page of its own. */
export function PathwaySteps({ pathway }: { pathway: PathwayView }) {
  const { steps, patientId, id, diagnosis } = pathway
  if (steps.length === 0) return null
  return (
    <>
      <h3>Change follow-up</h3>
      <ul>
        {steps.map((step) => (
          <li key={step}>
            <a href={routes.pathwayStep(patientId, id, step)}>{PATHWAY_STEP_WORDS[step].act}</a>
          </li>
        ))}
        {diagnosis ? (
          <li>
            <a href={routes.decideFollowUp(patientId, diagnosis.id)}>Decide on another pathway</a>
          </li>
        ) : null}
      </ul>
      {pathway.protocol ? (
        <>
          <h3>Change the protocol for this person</h3>
          <ul>
            {PERSONAL_CHANGE_KINDS.map((kind) => (
              <li key={kind}>
                <a href={routes.personalChange(patientId, id, kind)}>{PERSONAL_CHANGE_WORDS[kind].act}</a>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  )
}
