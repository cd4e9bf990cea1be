import { Details } from '@/components/nhs/details'
import type { PlanItem } from '@/lib/care-plans/care-plan'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { ActionLine } from './action-line'
import { scoreWords } from './score-words'

type Props = {
  item: PlanItem
  today: CalendarDate
  /** Where each thing is changed; none where the plan can only be read. */
  links: ItemLinkProps | null
  actionHref: (actionId: string) => string
}

/** A concern of the plan: what the person said beside what was agreed, and what help there is below. */
export function PlanItemSection({ item, today, links, actionHref }: Props) {
  const heading = `concern-${item.id}`
  const help = item.actions.filter((action) => action.help !== null)
  return (
    <section
      className="mb-4 border-0 border-t border-solid border-border pt-4 [&_h3]:mb-2 [&_h4]:mb-1 [&_p]:mb-2"
      aria-labelledby={heading}
    >
      <h3 id={heading}>{item.concern.label}</h3>
      <div className="grid gap-x-8 md:grid-cols-[1fr_2fr] print:grid-cols-[1fr_2fr]">
        <Said item={item} />
        <div>
          <h4>What we agreed</h4>
          <Agreed label="What matters" text={item.whatMatters} />
          <Agreed label="Goal" text={item.goal} />
          {item.actions.length > 0 ? (
            <ul>
              {item.actions.map((action) => (
                <ActionLine key={action.id} action={action} today={today} href={actionHref(action.id)} />
              ))}
            </ul>
          ) : (
            <p>No actions.</p>
          )}
          {links ? <ItemLinks about={item.concern.label} {...links} /> : null}
        </div>
      </div>
      {help.length > 0 ? (
        <Details summary={`Help with ${item.concern.label.toLowerCase()}`}>
          <ul>
            {help.map((action) => (
              <li className="app-preserve-lines" key={action.id}>
                {action.help}
              </li>
            ))}
          </ul>
        </Details>
      ) : null}
    </section>
  )
}

function Said({ item: { concern, scores } }: { item: PlanItem }) {
  return (
    <div>
      <h4>What I said</h4>
      <p>
        {scoreWords(concern.score)}
        {concern.isPriority ? ', one of the things that matter most' : null}
        {concern.addedBy === 'staff' ? '. Added by staff' : null}
      </p>
      {concern.ownWords ? <p className="app-preserve-lines">“{concern.ownWords}”</p> : null}
      {scores.map((later, index) => (
        <p key={`${later.on} ${index}`}>
          {scoreWords(later.score)} on {formatDateForStaff(later.on)}
        </p>
      ))}
    </div>
  )
}

function Agreed({ label, text }: { label: string; text: string | null }) {
  return (
    <p>
      <strong>{label}:</strong> {text ? <span className="app-preserve-lines">{text}</span> : 'not recorded'}
    </p>
  )
}

type ItemLinkProps = { change: string; addAction: string | null }

function ItemLinks({ about, change, addAction }: ItemLinkProps & { about: string }) {
  return (
    <p className="app-screen-only">
      <a className="mr-6" href={change}>
        Change<span className="app-hidden"> what matters and the goal for {about}</span>
      </a>
      {addAction ? (
        <a href={addAction}>
          Add an action<span className="app-hidden"> for {about}</span>
        </a>
      ) : null}
    </p>
  )
}
