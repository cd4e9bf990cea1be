import { CareCard } from '@/components/nhs/care-card'
import { Details } from '@/components/nhs/details'
import { Radios } from '@/components/nhs/radios'
import { FLAG_ANSWER_LABELS } from '@/lib/re-access/labels'
import { flagFieldName } from '@/lib/re-access/flag-field'
import { inTurns, type RedFlagQuestion } from '@/lib/re-access/red-flag-questions'
import { FLAG_ANSWERS, type FlagAnswer } from '@/lib/re-access/urgency'

/**
 * The red-flag questions, one after the other; a yes says at once what the caller is told. What is neither about the
 * person's own cancer nor an emergency is folded away as not asked.
 */
export function RedFlagFields({ questions }: { questions: readonly RedFlagQuestion[] }) {
  const { first, rest } = inTurns(questions)
  return (
    <>
      <Questions questions={first} />
      {rest.length === 0 ? null : (
        <Details summary={`Ask about more: ${rest.length} other signs`}>
          <Questions questions={rest} value="not_asked" />
        </Details>
      )}
    </>
  )
}

function Questions({ questions, value }: { questions: readonly RedFlagQuestion[]; value?: FlagAnswer }) {
  return questions.map((question) => (
    <div className="app-flag" key={question.code}>
      <Radios
        name={flagFieldName(question.code)}
        label={question.title}
        labelSize="s"
        hint={`“${question.question}”`}
        value={value}
        small
        inline
        items={FLAG_ANSWERS.map((answer) => ({
          value: answer,
          label: FLAG_ANSWER_LABELS[answer],
          conditional: answer === 'yes' ? <Advice question={question} /> : undefined,
        }))}
      />
    </div>
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
