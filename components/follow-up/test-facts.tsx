import { SummaryList } from '@/components/nhs/summary-list'
import { diagnosisName } from '@/lib/diagnoses/labels'
import type { TestPage } from '@/lib/follow-up/get-test'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForStaff, formatDaysFromToday } from '@/lib/nhs/date-format'
import { reachWords } from './pathway-facts'
import { TestStateTag } from './pathway-tests'

/** Where a test stands, when it counts, and what comes after it. */
export function TestFacts({ page, today }: { page: TestPage; today: CalendarDate }) {
  const { test, next, isDigital } = page
  return (
    <SummaryList
      rows={[
        { label: 'State', value: <TestStateTag test={test} /> },
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
