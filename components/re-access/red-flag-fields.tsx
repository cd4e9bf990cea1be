import { CareCard } from '@/components/nhs/care-card'
import { Radios } from '@/components/nhs/radios'
import { FLAG_ANSWER_LABELS } from '@/lib/re-access/labels'
import { flagFieldName } from '@/lib/re-access/flag-field'
import type { RedFlagQuestion } from '@/lib/re-access/red-flag-questions'
import { FLAG_ANSWERS } from '@/lib/re-access/urgency'

/** The red-flag questions, one after the other; a yes says at once what the caller is told. */
export function RedFlagFields({ questions }: { questions: readonly RedFlagQuestion[] }) {
  return questions.map((question) => (
    <Radios
      key={question.code}
      name={flagFieldName(question.code)}
      label={question.title}
      labelSize="s"
      hint={`“${question.question}”`}
      small
      items={FLAG_ANSWERS.map((value) => ({
        value,
        label: FLAG_ANSWER_LABELS[value],
        conditional: value === 'yes' ? <Advice question={question} /> : undefined,
      }))}
    />
  ))
}

function Advice({ question: { tellCaller, forStaff, urgency } }: { question: RedFlagQuestion }) {
  const isEmergency = urgency === 'emergency'
  return (
    <CareCard
      urgency={isEmergency ? 'emergency' : 'urgent'}
      heading={isEmergency ? 'Tell the caller now' : 'Tell the caller'}
      headingLevel={3}
    >
      <p>{tellCaller}</p>
      <p>For staff: {forStaff}</p>
    </CareCard>
  )
}
