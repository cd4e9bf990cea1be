/** A concern as the form has it now. `name` is what its fields' names begin with: `concerns.fatigue`. */
export type PickedConcern = { name: string; label: string; score: string }

const STANDING = ['same', 'changed']

/** What is picked in the recording form, in the order of the page. */
export function pickedIn(form: HTMLFormElement): PickedConcern[] {
  const posted = new FormData(form)
  const text = (name: string) => String(posted.get(name) ?? '').trim()
  return [...form.querySelectorAll<HTMLElement>('[data-concern]')].flatMap(({ dataset }) => {
    const name = dataset.concern ?? ''
    const isPicked = posted.has(`${name}.picked`) || STANDING.includes(text(`${name}.change`))
    const label = dataset.label ?? text(`${name}.label`)
    return isPicked ? [{ name, label: label || 'Not named yet', score: text(`${name}.score`) }] : []
  })
}

/** The names of the picked concerns that have a number, in the order of those numbers. */
export function orderIn(form: HTMLFormElement, picked: readonly PickedConcern[]): string[] {
  const numbered = picked.map(({ name }) => ({ name, number: Number(orderField(form, name)?.value) }))
  return numbered
    .filter(({ number }) => number > 0)
    .sort((one, other) => one.number - other.number)
    .map(({ name }) => name)
}

/** Numbers the concerns 1, 2, 3 in the form and clears every other number, as if somebody had typed it. */
export function writeOrder(form: HTMLFormElement, names: readonly string[]): void {
  let isChanged = false
  for (const field of form.querySelectorAll<HTMLInputElement>('input[name$=".priority"]')) {
    const place = names.indexOf(field.name.replace(/\.priority$/, ''))
    const number = place === -1 ? '' : String(place + 1)
    if (field.value === number) continue
    field.value = number
    isChanged = true
  }
  if (isChanged) form.dispatchEvent(new Event('input', { bubbles: true }))
}

function orderField(form: HTMLFormElement, name: string): HTMLInputElement | null {
  const found = form.elements.namedItem(`${name}.priority`)
  return found instanceof HTMLInputElement ? found : null
}
