import { round } from './event-mark'
import {
  assessmentDates,
  onEachDate,
  scoreChartSize,
  scorePoints,
  unbrokenRuns,
  yOfScore,
} from './score-geometry'
import { highestScore, scoresInWords, type ConcernScores, type DatedScore } from './score-words'
import { Details } from '@/components/nhs/details'
import { Table } from '@/components/nhs/table'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff } from '@/lib/nhs/date-format'

type Props = {
  /** Unique on the page. */
  id: string
  concerns: readonly ConcernScores[]
}

/** How each concern was scored over time: words first, then a small drawing, and all of it as a table. */
export function ScoreHistory({ id, concerns }: Props) {
  const dates = assessmentDates(concerns)
  const from = dates[0]
  const to = dates.at(-1)
  if (from === undefined || to === undefined) return <p>No concern has been scored yet.</p>
  return (
    <figure className="app-chart">
      <figcaption>
        Scores from 0 (no trouble) to 10 (worst), {formatDateForStaff(from)} to {formatDateForStaff(to)}.
        Lower is better.
      </figcaption>
      <ul className="app-chart__multiples">
        {concerns.map((each, index) => (
          <li key={each.concern}>
            <p>
              <strong>{each.concern}</strong> {scoresInWords(each)}
            </p>
            <ScoreChart
              id={`${id}-${index + 1}`}
              concern={each.concern}
              scores={onEachDate(each.scores, dates)}
              from={from}
              to={to}
            />
          </li>
        ))}
      </ul>
      <Details summary="These scores as a table">
        <Table
          caption="Scores by date"
          captionHidden
          compact
          firstCellIsHeader
          columns={[
            { label: 'Concern' },
            ...dates.map((on) => ({ label: formatDateForStaff(on), numeric: true })),
          ]}
          rows={concerns.map(({ concern, scores }) => ({
            key: concern,
            cells: [concern, ...dates.map((on) => scoreOn(scores, on))],
          }))}
        />
      </Details>
    </figure>
  )
}

function scoreOn(scores: readonly DatedScore[], on: CalendarDate): string {
  const found = scores.filter((each) => each.on === on)
  if (found.length === 0) return '–'
  return found.map(({ score }) => (score === null ? 'Not scored' : String(score))).join(', then ')
}

type ChartProps = { id: string; concern: string; scores: DatedScore[]; from: CalendarDate; to: CalendarDate }

function ScoreChart({ id, concern, scores, from, to }: ChartProps) {
  const { width, height, left, right } = scoreChartSize
  const description = scorePoints(scores, from, to).map(
    ({ on, score }) => `${formatDateForStaff(on)}: ${score}`,
  )
  return (
    <svg
      role="img"
      aria-labelledby={`${id}-title ${id}-description`}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      fontSize="13"
      fill="#212b32"
    >
      <title id={`${id}-title`}>{`${concern}: scores over time`}</title>
      <desc id={`${id}-description`}>{description.join(', ') || 'Not scored'}</desc>
      {[0, highestScore / 2, highestScore].map((score) => (
        <g key={score}>
          <path d={`M${left},${yOfScore(score)}H${right}`} stroke="#aeb7bd" />
          <text x={left - 6} y={yOfScore(score) + 4} textAnchor="end" fill="#4c6272">
            {score}
          </text>
        </g>
      ))}
      {unbrokenRuns(scores).map((run) => (
        <path d={lineThrough(run, from, to)} fill="none" stroke="#10465a" strokeWidth="2" key={run[0]?.on} />
      ))}
      {scorePoints(scores, from, to).map(({ on, score, x, y }) => (
        <g key={on}>
          <circle cx={round(x)} cy={round(y)} r="5" fill="#10465a" />
          <text x={round(x)} y={round(y - 8)} textAnchor="middle" fontWeight="bold">
            {score}
          </text>
        </g>
      ))}
    </svg>
  )
}

function lineThrough(run: readonly DatedScore[], from: CalendarDate, to: CalendarDate): string {
  return `M${scorePoints(run, from, to)
    .map(({ x, y }) => `${round(x)},${round(y)}`)
    .join('L')}`
}
