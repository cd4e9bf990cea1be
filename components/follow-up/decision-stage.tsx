'use client'

import { useEffect, useRef, type ReactNode } from 'react'
import { Button, ButtonGroup } from '@/components/nhs/button'
import { useFormInProgress } from '@/components/nhs/form-context'
import { SummaryList } from '@/components/nhs/summary-list'
import { decisionAnswers, type DecisionWords } from '@/lib/follow-up/decision-answers'
import { CHECKED } from '@/lib/follow-up/decision-stages'
import { valueOf, valuesOf } from '@/lib/platform/form-state'

type Props = { words: DecisionWords; children: ReactNode }

/** The answers of a decision, then the same to be checked before it is recorded. They stay in the form all the while. */
export function DecisionStage({ words, children }: Props) {
  const { state } = useFormInProgress()
  const isChecked = valueOf(state, 'stage') === CHECKED
  const answers = useRef<HTMLDivElement>(null)
  const wasChecked = useRef(false)
  const isBack = !isChecked && state.errors.length === 0
  useEffect(() => {
    // The button that was pressed is gone: who works by keyboard goes on at the first answer.
    if (wasChecked.current && isBack) answers.current?.querySelector<HTMLElement>('input, textarea')?.focus()
    wasChecked.current = isChecked
  }, [isChecked, isBack])
  return (
    <>
      {isChecked ? <Check words={words} /> : null}
      <div hidden={isChecked} ref={answers}>
        {children}
      </div>
      {isChecked ? null : (
        <Button name="stage" value="check">
          Check the decision
        </Button>
      )}
    </>
  )
}

function Check({ words }: { words: DecisionWords }) {
  const { state } = useFormInProgress()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const due = valuesOf(state, 'due')
  return (
    <section aria-labelledby="check-heading">
      <h2 id="check-heading" ref={heading} tabIndex={-1}>
        Check before it is recorded
      </h2>
      <SummaryList
        rows={decisionAnswers(state.values, words).map(({ label, value }) => ({
          label,
          value: <span className="app-preserve-lines">{value}</span>,
        }))}
      />
      <h3>What follows</h3>
      <ul>
        {due.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      <ButtonGroup>
        <Button name="stage" value="record">
          Record the decision
        </Button>
        <Button name="stage" value="write" variant="secondary">
          Change the answers
        </Button>
      </ButtonGroup>
    </section>
  )
}
