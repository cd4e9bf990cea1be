'use client'

import { useEffect, useRef, useState } from 'react'
import { useField } from '@/components/nhs/form-context'
import { emptyFormState, type FormAction } from '@/lib/platform/form-state'
import { keepSaving } from './keep-saving'

type Props = { formId: string; action: FormAction; version: number; savedWords: string }

/** Says when the draft was saved, and with JavaScript saves it: while somebody types, and soon after they leave a field. */
export function DraftSaving({ formId, action, version, savedWords }: Props) {
  const { value: posted } = useField('version', { value: String(version) })
  const field = useRef<HTMLInputElement>(null)
  const [words, setWords] = useState(savedWords)

  // A draft saved meanwhile has a later version than the page was drawn with.
  useEffect(() => {
    if (field.current && Number(posted) > Number(field.current.value)) field.current.value = posted
  }, [posted])

  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    return keepSaving(form, async (data) => {
      const { errors, values } = await action(emptyFormState, data)
      const [error] = errors
      setWords(error ? `Not saved: ${error.message}` : `Saved ${String(values.savedAt)}`)
      if (!error && field.current) field.current.value = String(values.version)
      return error ? (error.field === '' ? 'stop' : 'wait') : 'saved'
    })
  }, [formId, action])

  return (
    <>
      <input type="hidden" name="version" defaultValue={posted} ref={field} />
      <p role="status">{words}</p>
    </>
  )
}
