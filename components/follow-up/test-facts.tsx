import { SummaryList } from '@/components/nhs/summary-list'
import { diagnosisName } from '@/lib/diagnoses/labels'
import type { TestPage } from '@/lib/follow-up/get-test'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { FoundResults } from './found-results'
import { reachWords } from './pathway-facts'
import { plannedOrDone, TestStateTag } from './pathway-tests'

type Props = { patientId: string; page: TestPage; today: CalendarDate }

/** Where a test stands, what it found, when it counts, and what comes after it. */
export function TestFacts({ patientId, page, today }: Props) {
  const { test, withStates, found, next, isDigital } = page
  return (
    <SummaryList
      rows={[
        { label: 'State', value: withStates ? <TestStateTag test={test} /> : plannedOrDone(test) },
        ...(found.length > 0
          ? [{ label: 'What was found', value: <FoundResults patientId={patientId} results={found} /> }]
          : []),
        {
          label: 'Due',
          value: `${formatDateForStaff(test.dueOn)}, ${formatDaysFromToday(test.dueOn, today)}`,
        },
        {
          label: 'In time',
          value: `From ${formatDateForStaff(page.windowFrom)}. Overdue from ${formatDateForStaff(page.overdueOn)}`,
        },
        {
          label: 'For',
          value: page.diagnosis ? diagnosisName(page.diagnosis) : 'A diagnosis of another team',
        },
        { label: 'Team', value: page.team },
        {
          label: 'Next test',
          value: next ? `${next.name}, ${formatDateForStaff(next.dueOn)}` : 'None planned',
        },
        { label: 'How to reach them', value: reachWords(isDigital) },
      ]}
    />
  )
}
