import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { StatusTag } from '@/components/nhs/status-tag'
import { taskStatuses, type TaskStatus } from '@/lib/tasks/status'

/** Written out a second time on purpose: people learn these pairs, so a change must be meant. */
const frozen: Record<TaskStatus, string> = {
  not_yet_started: '<strong class="nhsuk-tag nhsuk-tag--grey">Not yet started</strong>',
  in_progress: '<strong class="nhsuk-tag nhsuk-tag--blue">In progress</strong>',
  due_soon: '<strong class="nhsuk-tag nhsuk-tag--yellow">Due soon</strong>',
  overdue: '<strong class="nhsuk-tag nhsuk-tag--red">Overdue</strong>',
  awaiting_result: '<strong class="nhsuk-tag nhsuk-tag--purple">Awaiting result</strong>',
  needs_review: '<strong class="nhsuk-tag nhsuk-tag--orange">Needs review</strong>',
  completed: 'Completed',
  stopped: '<strong class="nhsuk-tag nhsuk-tag--grey">Stopped</strong>',
}

it.each(Object.entries(frozen))('%s has its words and colour', (status, html) => {
  expect(renderToStaticMarkup(<StatusTag status={status as TaskStatus} />)).toBe(html)
})

it('has no status beyond these', () => {
  expect(Object.keys(taskStatuses)).toEqual(Object.keys(frozen))
})
