import { ageOn, type CalendarDate } from '@/lib/nhs/calendar-date'
import type { ReactNode } from 'react'
import type { FrozenAction, FrozenItem, FrozenPlan } from '@/lib/care-plans/frozen-plan'
import type { PrintedPlan } from '@/lib/care-plans/version-queries'
import { formatDateForPatient } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import { formatNamePlain } from '@/lib/nhs/person-name'
import { scoreWords } from './score-words'
import { WhoToCall } from './who-to-call'

type Props = {
  content: PrintedPlan['content']
  /** The line under the heading: which version, or that nothing is agreed yet. */
  versionLine: string
  today: CalendarDate
}

/** The plan as the person takes it home, and as the practice gets it: plain words, whole on paper. */
export function PlanDocument({ content, versionLine, today }: Props) {
  const { person, team, agreement, items } = content
  const name = formatNamePlain(person)
  return (
    <article className="app-document" aria-labelledby="plan-heading">
      <h2 id="plan-heading">Care plan for {name}</h2>
      <dl className="mb-4 grid gap-x-8 gap-y-1 text-lg md:grid-cols-2 print:grid-cols-2 print:text-base">
        <Fact label="Born">
          {formatDateForPatient(person.bornOn)} ({ageOn(person.bornOn, agreement?.on ?? today)} years)
        </Fact>
        <Fact label="NHS number">
          <span className="app-number">{formatNhsNumber(person.nhsNumber)}</span>
        </Fact>
        <Fact label="Your team">
          {team.name}, {team.organisation}
        </Fact>
        <Fact label="Telephone">{team.telephone ?? 'See your appointment letter'}</Fact>
      </dl>
      <p>
        <strong>{versionLine}</strong>
      </p>
      {items.map((item) => (
        <DocumentItem key={item.id} item={item} />
      ))}
      {agreement ? <AgreementWords agreement={agreement} /> : null}
      <WhoToCall team={team} />
    </article>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex gap-2">
      <dt className="font-bold whitespace-nowrap">{label}</dt>
      <dd className="m-0">{children}</dd>
    </div>
  )
}

function DocumentItem({ item: { concern, whatMatters, goal, actions } }: { item: FrozenItem }) {
  return (
    <section className="mb-4 border-0 border-t border-solid border-border pt-3 [&_h4]:mb-1 [&_p]:mb-2">
      <h3>{concern.label}</h3>
      <div className="grid gap-x-8 md:grid-cols-[1fr_2fr] print:grid-cols-[1fr_2fr]">
        <div>
          <h4>What I said</h4>
          <p>{scoreWords(concern.score)}</p>
          {concern.ownWords ? <p className="app-preserve-lines">“{concern.ownWords}”</p> : null}
          {concern.addedBy === 'staff' ? <p>My team added this.</p> : null}
        </div>
        <div>
          <h4>What we agreed</h4>
          <Words label="What matters to me" text={whatMatters} />
          <Words label="My goal" text={goal} />
          {actions.length > 0 ? <ActionList actions={actions} /> : null}
          {!whatMatters && !goal && actions.length === 0 ? <p>Nothing planned for now.</p> : null}
        </div>
      </div>
      <HelpList actions={actions} />
    </section>
  )
}

function Words({ label, text }: { label: string; text: string | null }) {
  if (!text) return null
  return (
    <p>
      <strong>{label}:</strong> <span className="app-preserve-lines">{text}</span>
    </p>
  )
}

function ActionList({ actions }: { actions: readonly FrozenAction[] }) {
  return (
    <ul>
      {actions.map((action) => (
        <li className="break-inside-avoid" key={action.id}>
          <span className="app-preserve-lines">{action.what}</span> – {action.owner.name}, by{' '}
          {formatDateForPatient(action.dueOn)}
          {action.finished ? finishedWords(action.finished) : null}
        </li>
      ))}
    </ul>
  )
}

function finishedWords({ isNeeded, on }: NonNullable<FrozenAction['finished']>): string {
  return ` (${isNeeded ? 'done' : 'no longer needed'}, ${formatDateForPatient(on)})`
}

function HelpList({ actions }: { actions: readonly FrozenAction[] }) {
  const withHelp = actions.filter((action) => action.help !== null)
  if (withHelp.length === 0) return null
  return (
    <>
      <h4>What help there is</h4>
      <ul>
        {withHelp.map((action) => (
          <li className="app-preserve-lines" key={action.id}>
            {action.help}
          </li>
        ))}
      </ul>
    </>
  )
}

function AgreementWords({ agreement }: { agreement: FrozenPlan['agreement'] }) {
  return (
    <section aria-labelledby="agreement-heading">
      <h3 id="agreement-heading">Our agreement</h3>
      <p>
        Agreed with {agreement.with} on {formatDateForPatient(agreement.on)}. We will look at it again by{' '}
        {formatDateForPatient(agreement.reviewOn)}.
      </p>
      <p>{sharingLine(agreement)}</p>
    </section>
  )
}

function sharingLine({ isShared, practice }: FrozenPlan['agreement']): string {
  if (!isShared) return 'Not shared with the GP practice.'
  return practice
    ? `Shared with the GP practice: ${practice}.`
    : 'To be shared with the GP practice once it is known.'
}
