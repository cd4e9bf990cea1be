import { SummaryList, type SummaryRow } from '@/components/nhs/summary-list'
import { Tag } from '@/components/nhs/tag'
import type { PathwayView } from '@/lib/follow-up/follow-up-view'
import { PATHWAY_STATE_LABELS, STREAM_LABELS } from '@/lib/follow-up/labels'
import { formatDateForStaff } from '@/lib/nhs/date-format'

/** Who follows the person up, how and from when. */
export function PathwayFacts({ pathway }: { pathway: PathwayView }) {
  const { stream, team, protocol, endedOn, endsOn, wishes, reasons, isDigital } = pathway
  const rows: SummaryRow[] = [
    { label: 'Kind of follow-up', value: STREAM_LABELS[stream].label },
    { label: 'Team', value: team.telephone ? `${team.name}, ${team.telephone}` : team.name },
    ...(protocol
      ? [
          { label: 'Protocol', value: `${protocol.title}, version ${protocol.version}` },
          { label: 'Counted from', value: `${formatDateForStaff(pathway.anchorOn)} (${protocol.anchor})` },
        ]
      : []),
    { label: 'Decided', value: formatDateForStaff(pathway.startedOn) },
    ...(endsOn && !endedOn ? [{ label: 'Planned end', value: formatDateForStaff(endsOn) }] : []),
    ...(wishes ? [{ label: 'What the person wants', value: <Written text={wishes} /> }] : []),
    { label: 'Reasons', value: <Written text={reasons} /> },
    { label: 'How to reach them', value: reachWords(isDigital) },
  ]
  return <SummaryList rows={rows} />
}

/** Whether the person said that they use the internet for their follow-up. */
export function reachWords(isDigital: boolean): string {
  return isDigital ? 'Letters and calls, and the internet' : 'Letters and calls: no internet'
}

/** Where the pathway stands, before anything else is said of it. */
export function PathwayStanding({ pathway: { state, byOn, endedOn } }: { pathway: PathwayView }) {
  const { label, colour } = PATHWAY_STATE_LABELS[state]
  const day = endedOn ?? byOn
  return (
    <p>
      <Tag colour={colour}>{label}</Tag>
      {day ? ` ${endedOn ? 'on' : BY_WORDS[state]} ${formatDateForStaff(day)}` : null}
    </p>
  )
}

const BY_WORDS: Readonly<Partial<Record<PathwayView['state'], string>>> = {
  suspended: 'to be looked at again by',
  recalled: 'to be seen by',
}

function Written({ text }: { text: string }) {
  return <span className="app-preserve-lines">{text}</span>
}
