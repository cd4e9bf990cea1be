import { Details } from '@/components/nhs/details'
import { diagnosisName } from '@/lib/diagnoses/labels'
import type { PathwayView } from '@/lib/follow-up/follow-up-view'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { routes } from '@/lib/platform/routes'
import { FollowUpHistory } from './follow-up-history'
import { OtherVersionNotice } from './other-version'
import { PathwayFacts, PathwayStanding } from './pathway-facts'
import { PathwayTests } from './pathway-tests'
import { PersonalChanges } from './personal-changes'

type Props = {
  pathway: PathwayView
  today: CalendarDate
  withStates: boolean
  /** What can be done about the pathway. */
  children?: React.ReactNode
}

/** One pathway: what is next first, then how it is. */
export function PathwaySection({ pathway, today, withStates, children }: Props) {
  const id = `pathway-${pathway.id}`
  const name = pathway.diagnosis ? diagnosisName(pathway.diagnosis) : 'A diagnosis of another team'
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{name}</h2>
      <PathwayStanding pathway={pathway} />
      <OtherVersionNotice pathway={pathway} />
      <PersonalChanges pathway={pathway} mayChange={children !== null} />
      <PathwayTests pathway={pathway} today={today} withStates={withStates} />
      {pathway.endedOn || !withStates ? null : (
        <p>
          <a href={routes.ownFollowUp(pathway.patientId, pathway.id)}>
            My follow-up: one sheet for the person to keep
          </a>
        </p>
      )}
      <PathwayFacts pathway={pathway} />
      {children}
      {pathway.letter ? (
        <Details summary="Letter to the practice">
          <p className="app-preserve-lines">{pathway.letter}</p>
        </Details>
      ) : null}
      {pathway.history.length > 0 ? <h3>What happened</h3> : null}
      <FollowUpHistory facts={pathway.history} />
    </section>
  )
}
