/** Saved this long after the first change that is not saved yet … */
const WHILE_TYPING = 8000
/** … and this long after leaving a field. */
const AFTER_A_FIELD = 1000

/** `wait`: until something else is typed. `stop`: somebody else saved, or the draft is gone. */
type Outcome = 'saved' | 'wait' | 'stop'

/** What is needed of a form element: its events, and to post it. */
type SavedForm = Pick<HTMLFormElement, 'addEventListener' | 'requestSubmit'>

/**
 * Saves a form as it is filled in, one save at a time. A submit waits for a save that is under way, so that it posts the
 * version which that save made.
 *
 * @param save saves the form as it is then; tried again later where it throws
 * @returns stops it
 */
export function keepSaving(form: SavedForm, save: () => Promise<Outcome>): () => void {
  const stopped = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  let isChanged = false
  let underWay: Promise<void> | null = null

  function later(delay: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void saveNow(), delay)
  }

  async function saveNow() {
    clearTimeout(timer)
    timer = undefined
    if (underWay || !isChanged || stopped.signal.aborted) return
    isChanged = false
    underWay = attempt(save).then((outcome) => {
      if (outcome === 'stop') stopped.abort()
      if (outcome === 'failed') isChanged = true
    })
    await underWay
    underWay = null
    if (isChanged) later(WHILE_TYPING)
  }

  function changed() {
    isChanged = true
    if (timer === undefined) later(WHILE_TYPING)
  }

  function left() {
    if (isChanged) later(AFTER_A_FIELD)
  }

  function submitted(event: SubmitEvent) {
    clearTimeout(timer)
    timer = undefined
    if (!underWay) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    void underWay.then(() => form.requestSubmit(submitter))
  }

  const { signal } = stopped
  form.addEventListener('input', changed, { signal })
  form.addEventListener('focusout', left, { signal })
  form.addEventListener('submit', submitted, { signal, capture: true })
  return () => {
    clearTimeout(timer)
    stopped.abort()
  }
}

async function attempt(save: () => Promise<Outcome>) {
  try {
    return await save()
  } catch {
    return 'failed'
  }
}
