import { describe, expect, it } from 'vitest'
import { doneNotice } from '@/lib/tasks/done-notice'
import { withDone, withSaved } from '@/lib/tasks/return-to'

const noticeAt = (address: string) =>
  doneNotice(Object.fromEntries(new URL(address, 'http://localhost').searchParams))

describe('what a list says was done', () => {
  it.each([
    [withDone('/worklist'), 'Saved'],
    [withSaved('/worklist?list=mine', '01890a5d-ac96-774b-bcce-b302099a8057'), 'Saved'],
    [withSaved('/practice', undefined), 'Saved'],
    [withDone('/worklist?list=mine', 'handed-on'), 'The task has been handed on'],
    [withDone('/worklist', 'handed-back'), 'The task has been handed back to the team'],
    [withDone('/worklist', 'postponed', '2026-12-03'), 'The task has been postponed to 3 Dec 2026'],
    [withDone('/worklist', 'closed'), 'The task has been closed'],
  ])('at %s', (address, words) => {
    expect(noticeAt(address)).toBe(words)
  })

  it('is nothing that the address made up', () => {
    expect(noticeAt('/worklist')).toBeNull()
    expect(noticeAt('/worklist?done=constructor')).toBeNull()
    expect(noticeAt('/worklist?done=postponed&until=<b>')).toBe('The task has been postponed')
    expect(noticeAt('/worklist?done=closed&until=2026-12-03')).toBe('The task has been closed')
  })
})
