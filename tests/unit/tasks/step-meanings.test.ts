import { describe, expect, it } from 'vitest'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { FOLLOWERS } from '@/lib/tasks/follow-task'
import { TASK_KINDS } from '@/lib/tasks/task-kinds'

const kinds = Object.keys(TASK_KINDS) as TaskKind[]
const meaningsOf = (kind: TaskKind) => {
  const { closing, postponing, reassigning } = TASK_KINDS[kind]
  return [closing.means, postponing.means, reassigning]
}

/** What somebody outside the team waits for: closed by its owner alone, nobody would notice. */
const AWAITED: readonly TaskKind[] = [
  'read_shared_plan',
  'answer_practice_request',
  'receive_referral',
  'send_treatment_summary',
  'read_treatment_summary',
  'answer_summary_request',
  'complete_summary_request',
  'await_practice_answer',
  'answer_contact',
  'escalate_contact',
  'see_after_contact',
  // A test nobody asks for, a result nobody reads: closed alone, nobody would notice.
  'decide_follow_up',
  'request_surveillance_test',
  'find_missed_test',
  'chase_test_result',
  'review_result',
  'tell_result',
  'see_after_recall',
  'review_suspended_pathway',
  'review_follow_up',
  'post_letter',
  'settle_message',
  'read_letter',
  'hold_first_review',
  'hold_second_review',
  'hold_agreed_review',
  'complete_review_action',
  'settle_review_action',
]

describe('what a step of the worklist means for what a task stands for', () => {
  it.each(kinds)('is said in words of %s', (kind) => {
    const { closing, postponing } = TASK_KINDS[kind]
    for (const { words } of [closing, postponing]) expect(words.length).toBeGreaterThan(20)
  })

  it('is followed for the kinds that say so, and for no other', () => {
    const declared = kinds.filter((kind) => meaningsOf(kind).includes('followed'))
    expect(Object.keys(FOLLOWERS).sort()).toEqual([...declared].sort())
  })

  it('is no way out of what somebody waits for', () => {
    expect(kinds.filter((kind) => TASK_KINDS[kind].closing.means === 'refused')).toEqual(
      kinds.filter((kind) => AWAITED.includes(kind)),
    )
  })

  it('of a practice, is never to move what the hospital or the person waits for by a date', () => {
    const moved = kinds.filter(
      (kind) => TASK_KINDS[kind].worker === 'practice' && TASK_KINDS[kind].postponing.means !== 'refused',
    )
    expect(moved).toEqual(['read_shared_plan', 'read_treatment_summary', 'read_letter'])
  })
})
