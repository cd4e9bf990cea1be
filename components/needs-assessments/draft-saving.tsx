'use client'

import { useEffect, useRef, useState } from 'react'
import { useField } from '@/components/nhs/form-context'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { emptyFormState, type FormAction } from '@/lib/platform/form-state'
import { keepSaving } from './keep-saving'

type Props = { formId: string; action: FormAction; version: number; savedWords: string }

/** Says when the draft was saved, and with JavaScript saves it: while somebody types, and soon after they leave a field. */
export function DraftSaving({ formId, action, version, savedWords }: Props) {
  const { value: posted } = useField('version', { value: String(version) })
  const latest = useRef(version)
  const [words, setWords] = useState(savedWords)

  useEffect(() => {
    latest.current = Math.max(latest.current, Number(posted))
  }, [posted])

  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const posting = new AbortController()
    // The field has the version that the page was drawn with; what was saved since has a later one.
    form.addEventListener('formdata', ({ formData }) => formData.set('version', String(latest.current)), {
      signal: posting.signal,
    })
    const stopSaving = keepSaving(form, async () => {
      const { errors, values } = await action(emptyFormState, new FormData(form))
      const [error] = errors
      setWords(error ? `Not saved: ${error.message}` : `Saved ${String(values.savedAt)}`)
      if (error) return error.field === '' ? 'stop' : 'wait'
      latest.current = Number(values.version)
      return 'saved'
    })
    return () => {
      posting.abort()
      stopSaving()
    }
  }, [formId, action])

  return (
    <>
      <HiddenInput name="version" value={String(version)} />
      <p role="status">{words}</p>
    </>
  )
}
