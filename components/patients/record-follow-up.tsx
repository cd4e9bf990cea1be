import { Tag } from '@/components/nhs/tag'
import { diagnosisName } from '@/lib/diagnoses/labels'
import { PATHWAY_STATE_LABELS, STREAM_LABELS, TEST_STATE_LABELS } from '@/lib/follow-up/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import type { PathwayOnRecord, TestOnRecord } from '@/lib/patients/record/follow-up-on-record'
import type { RecordView } from '@/lib/patients/record/record-view'
import { routes } from '@/lib/platform/routes'

type Props = { patientId: string; record: Pick<RecordView, 'followUp' | 'diagnoses'>; today: CalendarDate }

/** How the person is followed up after treatment: the way, the next test, and which tests wait for somebody. */
export function RecordFollowUp({ patientId, record: { followUp, diagnoses }, today }: Props) {
  if (followUp.length === 0) return null
  return (
    <>
      <h2 className="text-2xl">Follow-up</h2>
      <ul>
        {followUp.map((pathway) => {
          const diagnosis = diagnoses.find(({ id }) => id === pathway.diagnosisId)
          return (
            <li key={pathway.id}>
              <a href={routes.followUp(patientId)}>{diagnosis ? diagnosisName(diagnosis) : 'A diagnosis'}</a>:{' '}
              {STREAM_LABELS[pathway.stream].label.toLowerCase()}. <State pathway={pathway} />
              <Tests patientId={patientId} pathway={pathway} today={today} />
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** That it goes on need not be said. */
function State({ pathway: { state, endedOn } }: { pathway: PathwayOnRecord }) {
  if (endedOn) return `Ended on ${formatDateForStaff(endedOn)}.`
  if (state === 'live') return null
  const { label, colour } = PATHWAY_STATE_LABELS[state]
  return <Tag colour={colour}>{label}</Tag>
}

type TestsProps = { patientId: string; pathway: PathwayOnRecord; today: CalendarDate }

function Tests({ patientId, pathway: { next, waiting, endedOn }, today }: TestsProps) {
  if (!next && waiting.length === 0) return endedOn ? null : ' No test is planned.'
  return (
    <ul>
      {waiting.map((test) => (
        <li key={test.id}>
          <a href={routes.surveillanceTest(patientId, test.id)}>{test.name}</a>,{' '}
          <Due test={test} today={today} /> <TestState test={test} />
        </li>
      ))}
      {next ? (
        <li>
          Next: {next.name}, <Due test={next} today={today} />
        </li>
      ) : null}
    </ul>
  )
}

function Due({ test: { dueOn }, today }: { test: TestOnRecord; today: CalendarDate }) {
  return `due ${formatDateForStaff(dueOn)}, ${formatDaysFromToday(dueOn, today)}`
}

function TestState({ test: { state, isOverdue } }: { test: TestOnRecord }) {
  if (!state) return null
  const { label, colour } = isOverdue
    ? ({ label: 'Overdue', colour: 'red' } as const)
    : TEST_STATE_LABELS[state]
  return <Tag colour={colour}>{label}</Tag>
}
