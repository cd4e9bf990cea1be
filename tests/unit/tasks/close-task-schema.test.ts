import { describe, expect, it } from 'vitest'
import { closeTaskSchema } from '@/lib/tasks/schema'

const told = (reason: string) => {
  const posted = { taskId: '01990000-0000-7000-8000-000000000000', version: '1', reason }
  return closeTaskSchema.safeParse(posted).error?.issues.map(({ message }) => message) ?? []
}

describe('the reason for closing a task', () => {
  it.each(['Moved to Leeds', 'n/a', '👍👍👍'])('may be %s', (reason) => {
    expect(told(reason)).toEqual([])
  })

  it.each(['x', 'no', '👍👍'])('must say more than %s', (reason) => {
    expect(told(reason)).toEqual(['Reason must be 3 characters or more'])
  })

  it('must be given', () => {
    expect(told(' ')).toEqual(['Enter why it no longer needs doing'])
  })
})
