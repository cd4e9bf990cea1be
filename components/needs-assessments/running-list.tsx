'use client'

import { useEffect, useState } from 'react'
import { useFieldArray, useForm } from 'react-hook-form'
import { orderIn, pickedIn, writeOrder, type PickedConcern } from './picked-concerns'
import { PlaceButtons } from './place-buttons'

type Order = { order: { name: string }[] }

/** What was picked so far, in the person's order, beside the form: it reads the form and writes the order into it. */
export function RunningList({ formId }: { formId: string }) {
  const { control, getValues } = useForm<Order>({ defaultValues: { order: [] } })
  const { fields, append, move, remove, replace } = useFieldArray({ control, name: 'order' })
  const [picked, setPicked] = useState<PickedConcern[]>([])
  const [said, setSaid] = useState('')

  useEffect(() => {
    const form = recordingForm(formId)
    if (!form) return
    const listening = new AbortController()
    function follow(form: HTMLFormElement) {
      const found = pickedIn(form)
      const standing = new Set(found.map(({ name }) => name))
      const gone = getValues('order').flatMap(({ name }, place) => (standing.has(name) ? [] : [place]))
      setPicked(found)
      if (gone.length === 0) return
      remove(gone)
      writeOrder(form, namesOf(getValues()))
    }
    replace(orderIn(form, pickedIn(form)).map((name) => ({ name })))
    follow(form)
    form.dataset.ordered = ''
    form.addEventListener('input', () => follow(form), { signal: listening.signal })
    return () => listening.abort()
  }, [formId, getValues, remove, replace])

  function change(act: () => void) {
    act()
    const form = recordingForm(formId)
    if (form) writeOrder(form, namesOf(getValues()))
  }

  const concerns = new Map(picked.map((concern) => [concern.name, concern]))
  const unordered = picked.filter(({ name }) => !fields.some((field) => field.name === name))

  function place(from: number, to: number, label: string) {
    if (to >= 0 && to < fields.length) change(() => move(from, to))
    const place = Math.min(Math.max(to, 0), fields.length - 1) + 1
    setSaid(`${label} is ${place} of ${fields.length}`)
  }

  return (
    <section aria-labelledby="picked">
      <h2 className="text-2xl" id="picked">
        Picked so far: {picked.length}
      </h2>
      {fields.length > 0 ? <p>What the person most wants to talk about, in order:</p> : null}
      <ol>
        {fields.map(({ id, name }, index) => {
          const label = concerns.get(name)?.label ?? ''
          return (
            <li key={id}>
              <Named concern={concerns.get(name)} />{' '}
              <PlaceButtons
                label={label}
                onMove={(by) => place(index, index + by, label)}
                onLeaveOut={() => change(() => remove(index))}
              />
            </li>
          )
        })}
      </ol>
      {unordered.length > 0 ? <p>Not in the order:</p> : null}
      <ul>
        {unordered.map((concern) => (
          <li key={concern.name}>
            <Named concern={concern} />{' '}
            <button
              className="app-link-button"
              type="button"
              onClick={() => change(() => append({ name: concern.name }, { shouldFocus: false }))}
            >
              Put in order<span className="app-hidden"> {concern.label}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="app-hidden" role="status">
        {said}
      </p>
    </section>
  )
}

function Named({ concern }: { concern: PickedConcern | undefined }) {
  return (
    <>
      {concern?.label} <strong>{concern?.score}</strong>
    </>
  )
}

function namesOf({ order }: Order): string[] {
  return order.map(({ name }) => name)
}

function recordingForm(id: string): HTMLFormElement | null {
  const found = document.getElementById(id)
  return found instanceof HTMLFormElement ? found : null
}
