import { SummaryList } from '@/components/nhs/summary-list'
import {
  COMPLETER_LABELS,
  interpreterLabel,
  MODE_LABELS,
  pathwayPointLabel,
  staffRoleLabel,
} from '@/lib/needs-assessments/labels'
import type { AssessmentAnswers } from '@/lib/needs-assessments/needs-assessment'
import { formatDateForStaff } from '@/lib/nhs/date-format'

type Props = {
  answers: Omit<AssessmentAnswers, 'concerns' | 'noConcerns'>
  /** The form, while it can still be changed. */
  changeHref?: string
}

/** When, how, by whom and at which point of the pathway. */
export function AnswersSummary({ answers, changeHref }: Props) {
  const rows = [
    { label: 'Date', value: formatDateForStaff(answers.completedOn), field: 'completedOn' },
    { label: 'How', value: MODE_LABELS[answers.mode], field: 'mode' },
    { label: 'Answered by', value: answeredBy(answers), field: 'completedBy' },
    { label: 'Interpreter', value: interpreterLabel(answers.interpreterCode), field: 'interpreter' },
    { label: 'Point of the pathway', value: pathwayPointLabel(answers.pathwayPoint), field: 'pathwayPoint' },
    { label: 'Recorded by', value: staffRoleLabel(answers.staffRoleCode), field: 'staffRole' },
  ]
  return (
    <SummaryList
      rows={rows.map(({ label, value, field }) => ({
        label,
        value,
        action: changeHref
          ? { href: `${changeHref}#${field}`, label: 'Change', about: label.toLowerCase() }
          : undefined,
      }))}
    />
  )
}

function answeredBy({ completedBy, proxyName, proxyRelationship }: Props['answers']): string {
  const who = COMPLETER_LABELS[completedBy]
  return proxyName ? `${who}: ${proxyName}, ${proxyRelationship}` : who
}
