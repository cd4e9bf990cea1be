import { SummaryList } from '@/components/nhs/summary-list'
import { ViewLinks } from '@/components/nhs/view-links'
import type { CalendarDate } from '@/lib/nhs/calendar-date'
import { formatDateForBanner, formatDateForStaff } from '@/lib/nhs/date-format'
import { formatNhsNumber } from '@/lib/nhs/nhs-number'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { routes } from '@/lib/platform/routes'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'

type Props = {
  task: {
    id: string
    kind: TaskKind
    detail: string | null
    dueOn: CalendarDate
    ownerName: string | null
    patient: { name: string; nhsNumber: string; bornOn: CalendarDate }
  }
  current: 'reassign' | 'postpone' | 'close'
  /** Where the worklist was, to go back there. */
  returnTo: string
}

/** Which task is about to be changed, for whom, and the ways to change it that one of its kind takes. */
export function TaskSummary({ task, current, returnTo }: Props) {
  const { closing, postponing } = TASK_KINDS[task.kind]
  const ways = [
    { way: 'reassign', href: routes.reassignTask(task.id), label: 'Change owner', isRefused: false },
    {
      way: 'postpone',
      href: routes.postponeTask(task.id),
      label: 'Postpone',
      isRefused: postponing.means === 'refused',
    },
    {
      way: 'close',
      href: routes.closeTask(task.id),
      label: 'Close without doing',
      isRefused: closing.means === 'refused',
    },
  ].filter(({ way, isRefused }) => way === current || !isRefused)
  return (
    <>
      <ViewLinks
        label="Ways to change this task"
        links={ways.map(({ way, href, label }) => ({
          href: `${href}?returnTo=${encodeURIComponent(returnTo)}`,
          label,
          isCurrent: way === current,
        }))}
      />
      <SummaryList
        rows={[
          { label: 'Patient', value: task.patient.name },
          { label: 'NHS number', value: formatNhsNumber(task.patient.nhsNumber) },
          { label: 'Born', value: formatDateForBanner(task.patient.bornOn) },
          { label: 'What to do', value: [TASK_KINDS[task.kind].act, task.detail].filter(Boolean).join(': ') },
          { label: 'Due', value: formatDateForStaff(task.dueOn) },
          { label: 'Owner', value: task.ownerName ?? 'The team' },
        ]}
      />
    </>
  )
}
