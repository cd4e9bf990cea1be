import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepSaving } from '@/components/needs-assessments/keep-saving'

type Outcome = 'saved' | 'wait' | 'stop'

/** A form as far as saving knows it, and a server that answers when told to. */
function aForm() {
  const form = Object.assign(new EventTarget(), { requestSubmit: vi.fn() })
  const answers: ((outcome: Outcome | Error) => void)[] = []
  const save = vi.fn(
    () =>
      new Promise<Outcome>((resolve, reject) =>
        answers.push((outcome) => (outcome instanceof Error ? reject(outcome) : resolve(outcome))),
      ),
  )
  const stop = keepSaving(form as unknown as HTMLFormElement, save)
  return {
    form,
    save,
    stop,
    type: () => form.dispatchEvent(new Event('input')),
    leaveField: () => form.dispatchEvent(new Event('focusout')),
    /** Whether the post goes through at once. */
    submit: () =>
      form.dispatchEvent(Object.assign(new Event('submit', { cancelable: true }), { submitter: 'check' })),
    answer: async (outcome: Outcome | Error) => {
      answers.shift()?.(outcome)
      await vi.advanceTimersByTimeAsync(0)
    },
  }
}

describe('saving as somebody types', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('saves 8 seconds after the first change, however much is typed meanwhile', () => {
    const { type, save } = aForm()
    vi.advanceTimersByTime(60_000)
    expect(save).not.toHaveBeenCalled()
    type()
    vi.advanceTimersByTime(7_000)
    type()
    expect(save).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('saves sooner after a field is left, and not at all where nothing changed', () => {
    const { type, leaveField, save } = aForm()
    leaveField()
    vi.advanceTimersByTime(60_000)
    expect(save).not.toHaveBeenCalled()
    type()
    leaveField()
    vi.advanceTimersByTime(1_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('never saves twice at once; what is typed meanwhile is saved next', async () => {
    const { type, leaveField, answer, save } = aForm()
    type()
    vi.advanceTimersByTime(8_000)
    type()
    leaveField()
    vi.advanceTimersByTime(20_000)
    expect(save).toHaveBeenCalledTimes(1)
    await answer('saved')
    vi.advanceTimersByTime(8_000)
    expect(save).toHaveBeenCalledTimes(2)
    await answer('saved')
    vi.advanceTimersByTime(60_000)
    expect(save).toHaveBeenCalledTimes(2)
  })

  it('tries again where the network failed, and waits for a change where a field was refused', async () => {
    const { type, answer, save } = aForm()
    type()
    vi.advanceTimersByTime(8_000)
    await answer(new Error('offline'))
    vi.advanceTimersByTime(8_000)
    expect(save).toHaveBeenCalledTimes(2)
    await answer('wait')
    vi.advanceTimersByTime(60_000)
    expect(save).toHaveBeenCalledTimes(2)
    type()
    vi.advanceTimersByTime(8_000)
    expect(save).toHaveBeenCalledTimes(3)
  })

  it('stops where somebody else saved', async () => {
    const { type, answer, save } = aForm()
    type()
    vi.advanceTimersByTime(8_000)
    await answer('stop')
    type()
    vi.advanceTimersByTime(60_000)
    expect(save).toHaveBeenCalledTimes(1)
  })

  it('lets a post wait for a save under way, and then posts with the same button', async () => {
    const { type, submit, answer, form } = aForm()
    expect(submit()).toBe(true)
    type()
    vi.advanceTimersByTime(8_000)
    expect(submit()).toBe(false)
    expect(form.requestSubmit).not.toHaveBeenCalled()
    await answer('saved')
    expect(form.requestSubmit).toHaveBeenCalledExactlyOnceWith('check')
    expect(submit()).toBe(true)
  })

  it('does not save what a post is taking along', () => {
    const { type, submit, save } = aForm()
    type()
    submit()
    vi.advanceTimersByTime(60_000)
    expect(save).not.toHaveBeenCalled()
  })

  it('ends with the page', () => {
    const { type, stop, save } = aForm()
    type()
    stop()
    type()
    vi.advanceTimersByTime(60_000)
    expect(save).not.toHaveBeenCalled()
  })
})
