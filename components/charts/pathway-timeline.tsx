import { eventMark, round } from './event-mark'
import { inTimeOrder, pathwayInWords, whatInWords, whenInWords, type PathwayEvent } from './pathway-events'
import {
  layOutTimeline,
  timelineSize,
  todayLabel,
  type PlacedBand,
  type PlacedPoint,
  type TimelineGeometry,
} from './timeline-geometry'
import { markup, type Markup } from '@/components/nhs/markup'
import { TrustedMarkup } from '@/components/nhs/trusted-markup'
import { Details } from '@/components/nhs/details'
import { Table } from '@/components/nhs/table'
import type { CalendarDate } from '@/lib/nhs/calendar-date'

type Props = {
  /** Unique on the page. */
  id: string
  title: string
  events: readonly PathwayEvent[]
  today: CalendarDate
}

/** Where a person is on their pathway, drawn to true time, with the same dates as a table. */
export function PathwayTimeline({ id, title, events, today }: Props) {
  if (events.length === 0) return <p>Nothing has been recorded on the pathway yet.</p>
  const layout = layOutTimeline(events, today)
  return (
    <figure className="app-chart app-chart--wide">
      <TrustedMarkup
        as="svg"
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        viewBox={`0 0 ${timelineSize.width} ${layout.height}`}
        width={timelineSize.width}
        height={layout.height}
        fontSize="14"
        fill="#212b32"
        parts={[
          markup`<title id="${id}-title">${title}</title>`,
          markup`<desc id="${id}-description">${pathwayInWords(events)}</desc>`,
          axis(layout),
          ...layout.points.map((point) => pointOf(point, layout.axisY)),
          ...layout.bands.map(bandOf),
        ]}
      />
      <Details summary="These dates as a table">
        <Table
          caption={title}
          captionHidden
          compact
          firstCellIsHeader
          columns={[{ label: 'When' }, { label: 'What' }]}
          rows={inTimeOrder(events).map((event, index) => ({
            key: String(index),
            cells: [whenInWords(event), whatInWords(event)],
          }))}
        />
      </Details>
    </figure>
  )
}

function axis({ axisY, axisEnd, today, ticks }: TimelineGeometry): Markup {
  const marks = ticks.map(({ x, labelX, label, isHidden }) => {
    const words = markup`<text x="${round(labelX)}" y="${axisY + 20}" text-anchor="middle" fill="#4c6272">${label}</text>`
    return markup`<path d="M${round(x)},${axisY}v6" stroke="#212b32"/>${isHidden ? null : words}`
  })
  return markup`<path d="M${timelineSize.edge},${axisY}H${round(axisEnd)}" stroke="#212b32" stroke-width="2"/>${marks}
<path d="M${round(today.x)},${axisY - 8}v32" stroke="#212b32" stroke-width="2" stroke-dasharray="4 3"/>
<text x="${round(today.labelX)}" y="${axisY + 38}" text-anchor="middle" font-weight="bold">${todayLabel}</text>`
}

function pointOf({ event, label, x, y }: PlacedPoint, axisY: number): Markup {
  const { kind, isPlanned } = event
  return markup`<path d="M${round(x)},${axisY}V${round(y)}" stroke="#4c6272" stroke-dasharray="${isPlanned ? '2 3' : 'none'}"/>
${eventMark({ kind, x, y, isPlanned })}
<text x="${round(x + timelineSize.labelOffset)}" y="${round(y + 5)}">${label}</text>`
}

function bandOf({ event, label, x, width, y, labelX }: PlacedBand): Markup {
  const [fill, dashes] = event.isPlanned ? ['#ffffff', '4 3'] : ['#10465a', 'none']
  return markup`<rect x="${round(x)}" y="${y}" width="${round(width)}" height="8" fill="${fill}" stroke="#10465a"
stroke-dasharray="${dashes}"/><text x="${round(labelX)}" y="${y + 22}">${label}</text>`
}
