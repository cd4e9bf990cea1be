import { round } from './event-mark'
import { layOutTrend, trendSize, type TrendLayout, type TrendPoint } from './result-trend-geometry'
import { timeTicks } from './time-ticks'
import { Table } from '@/components/nhs/table'
import { STATUS_LABELS } from '@/lib/results/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import type { Reading } from '@/lib/results/result'
import { trendSentence } from '@/lib/results/trend-sentence'

type Props = {
  /** What was measured: PSA. */
  name: string
  unit: string
  /** Of one unit, in force, earliest first; one at least. */
  readings: readonly Reading[]
  limits: readonly { value: number; words: string }[]
  treatments: readonly { words: string; startedOn: CalendarDate; endedOn: CalendarDate | null }[]
}

/** How an analyte went: a sentence, a drawing to scale with limits and treatments, and every value in a table. */
export function ResultTrend({ name, unit, readings, limits, treatments }: Props) {
  const layout = layOutTrend(readings, limits, treatments)
  return (
    <figure className="app-chart app-chart--wide">
      <figcaption>
        <strong>{trendSentence({ name, readings })}</strong>
        {layout.points.some(({ isOpen }) => isOpen) ? (
          <> Open points are limits: the value is below or above them.</>
        ) : null}
      </figcaption>
      <TrendDrawing name={name} unit={unit} layout={layout} />
      <Table
        caption={`${name} in ${unit}, latest first`}
        compact
        firstCellIsHeader
        columns={[{ label: 'Sample' }, { label: 'Value', numeric: true }, { label: 'Status' }]}
        rows={readings.toReversed().map((reading) => ({
          key: reading.id,
          cells: [
            formatDateForStaff(reading.sampleOn),
            reading.value.quantity.written,
            STATUS_LABELS[reading.status],
          ],
        }))}
      />
    </figure>
  )
}

const GREY = '#4c6272'

function TrendDrawing({ name, unit, layout }: { name: string; unit: string; layout: TrendLayout }) {
  const { width, height, left, right, top, bottom } = trendSize
  const { points, limits, bands, ticks, from, to, xOf } = layout
  return (
    <svg
      role="img"
      aria-label={`${name} over time: the table below has every value`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize="13"
      fill="#212b32"
    >
      {bands.map(({ words, x, width: wide }, place) => (
        <g key={place}>
          <rect x={round(x)} y={top} width={round(wide)} height={bottom - top} fill="#d8dde0" />
          <text x={round(x + 4)} y={top - 8 + (place % 2) * 20} fill={GREY}>
            {words}
          </text>
        </g>
      ))}
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <path d={`M${left},${round(y)}H${right}`} stroke="#d8dde0" />
          <text x={left - 8} y={round(y + 4)} textAnchor="end" fill={GREY}>
            {value}
          </text>
        </g>
      ))}
      <text x={4} y={14} fill={GREY}>
        {unit}
      </text>
      {timeTicks(from, to, 6).map(({ on, label }) => (
        <text x={round(xOf(on))} y={bottom + 22} textAnchor="middle" fill={GREY} key={on}>
          {label}
        </text>
      ))}
      {limits.map(({ words, y }) => (
        <g key={words}>
          <path d={`M${left},${round(y)}H${right}`} stroke="#d5281b" strokeWidth="2" strokeDasharray="8 4" />
          <text x={left + 6} y={round(y - 6)} fill="#a4210f">
            {words}
          </text>
        </g>
      ))}
      <path d={lineThrough(points)} fill="none" stroke="#005eb8" strokeWidth="2" />
      {points.map((point, place) => (
        <Point point={point} isLast={place === points.length - 1} key={point.id} />
      ))}
    </svg>
  )
}

function Point({ point: { x, y, isOpen, written }, isLast }: { point: TrendPoint; isLast: boolean }) {
  return (
    <>
      <circle
        cx={round(x)}
        cy={round(y)}
        r="5"
        fill={isOpen ? '#ffffff' : '#005eb8'}
        stroke="#005eb8"
        strokeWidth="2"
      />
      {isLast ? (
        <text x={round(x)} y={round(y - 12)} textAnchor="end" fontWeight="bold">
          {written}
        </text>
      ) : null}
    </>
  )
}

function lineThrough(points: readonly TrendPoint[]): string {
  return points.map(({ x, y }, place) => `${place === 0 ? 'M' : 'L'}${round(x)},${round(y)}`).join('')
}
