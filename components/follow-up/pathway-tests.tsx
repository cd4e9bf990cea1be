import { Table } from '@/components/nhs/table'
import { Tag } from '@/components/nhs/tag'
import type { PathwayView, TestView } from '@/lib/follow-up/follow-up-view'
import { TEST_STATE_LABELS } from '@/lib/follow-up/labels'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'

type Props = { pathway: PathwayView; today: CalendarDate; withStates: boolean }

/** Tests so far and the next days; a practice sees what is to come or was done, and when. */
export function PathwayTests({ pathway, today, withStates }: Props) {
  const { tests, coming } = pathway
  if (tests.length + coming.length === 0) return <p>No tests are planned.</p>
  const rows = tests.map((test) => ({
    key: test.id,
    cells: [
      withStates ? (
        <a key="test" href={routes.surveillanceTest(pathway.patientId, test.id)}>
          {test.name}
          <span className="nhsuk-u-visually-hidden">, due {formatDateForStaff(test.dueOn)}</span>
        </a>
      ) : (
        test.name
      ),
      <When key="when" dueOn={test.dueOn} today={today} />,
      withStates ? <TestStateTag key="state" test={test} /> : plannedOrDone(test),
    ],
  }))
  return (
    <>
      {rows.length > 0 ? (
        <Table
          caption={withStates ? 'Tests, the latest first' : 'Tests that the hospital team sees to'}
          captionSize="s"
          columns={[{ label: 'Test' }, { label: 'Due' }, { label: 'State' }]}
          rows={rows}
          compact
          responsive
        />
      ) : null}
      {coming.length > 0 ? <p>Also to come: {coming.map(comingWords).join('; ')}.</p> : null}
    </>
  )
}

/** What a practice is told of a test. */
export function plannedOrDone({ doneOn }: TestView): string {
  return doneOn ? `Done ${formatDateForStaff(doneOn)}` : 'Planned'
}

function comingWords({ name, dueOn }: PathwayView['coming'][number]): string {
  return `${name} ${formatDateForStaff(dueOn)}`
}

function When({ dueOn, today }: { dueOn: CalendarDate; today: CalendarDate }) {
  return (
    <>
      {formatDateForStaff(dueOn)}
      <br />
      {formatDaysFromToday(dueOn, today)}
    </>
  )
}

/** Where a test stands; overdue says so in place of what it waits for. */
export function TestStateTag({ test: { state, isOverdue, doneOn } }: { test: TestView }) {
  const { label, colour } = isOverdue
    ? ({ label: 'Overdue', colour: 'red' } as const)
    : TEST_STATE_LABELS[state]
  return (
    <>
      <Tag colour={colour}>{label}</Tag>
      {doneOn ? <div>Test of {formatDateForStaff(doneOn)}</div> : null}
    </>
  )
}
