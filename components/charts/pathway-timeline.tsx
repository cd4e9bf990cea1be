import { EventMark, round } from './event-mark'
import { inTimeOrder, pathwayInWords, whatInWords, whenInWords, type PathwayEvent } from './pathway-events'
import {
  layOutTimeline,
  timelineSize,
  todayLabel,
  type PlacedBand,
  type PlacedPoint,
  type TimelineGeometry,
} from './timeline-geometry'
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
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        viewBox={`0 0 ${timelineSize.width} ${layout.height}`}
        width={timelineSize.width}
        height={layout.height}
        fontSize="14"
        fill="#212b32"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-description`}>{pathwayInWords(events)}</desc>
        <Axis layout={layout} />
        {layout.points.map((point, index) => (
          <Point {...point} axisY={layout.axisY} key={index} />
        ))}
        {layout.bands.map((band, index) => (
          <Band {...band} key={index} />
        ))}
      </svg>
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

function Axis({ layout: { axisY, axisEnd, today, ticks } }: { layout: TimelineGeometry }) {
  return (
    <>
      <path d={`M${timelineSize.edge},${axisY}H${round(axisEnd)}`} stroke="#212b32" strokeWidth="2" />
      {ticks.map(({ on, x, labelX, label, isHidden }) => (
        <g key={on}>
          <path d={`M${round(x)},${axisY}v6`} stroke="#212b32" />
          {isHidden ? null : (
            <text x={round(labelX)} y={axisY + 20} textAnchor="middle" fill="#4c6272">
              {label}
            </text>
          )}
        </g>
      ))}
      <path d={`M${round(today.x)},${axisY - 8}v32`} stroke="#212b32" strokeWidth="2" strokeDasharray="4 3" />
      <text x={round(today.labelX)} y={axisY + 38} textAnchor="middle" fontWeight="bold">
        {todayLabel}
      </text>
    </>
  )
}

function Point({ event, label, x, y, axisY }: PlacedPoint & { axisY: number }) {
  return (
    <>
      <path
        d={`M${round(x)},${axisY}V${round(y)}`}
        stroke="#4c6272"
        strokeDasharray={event.isPlanned ? '2 3' : undefined}
      />
      <EventMark kind={event.kind} x={x} y={y} isPlanned={event.isPlanned} />
      <text x={round(x + timelineSize.labelOffset)} y={round(y + 5)}>
        {label}
      </text>
    </>
  )
}

function Band({ event, label, x, width, y, labelX }: PlacedBand) {
  return (
    <>
      <rect
        x={round(x)}
        y={y}
        width={round(width)}
        height="8"
        fill={event.isPlanned ? '#ffffff' : '#10465a'}
        stroke="#10465a"
        strokeDasharray={event.isPlanned ? '4 3' : undefined}
      />
      <text x={round(labelX)} y={y + 22}>
        {label}
      </text>
    </>
  )
}
