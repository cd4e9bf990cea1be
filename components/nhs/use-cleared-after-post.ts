'use client'

import { useEffect, useRef, type RefObject } from 'react'
import { useFormInProgress } from './form-context'

/** For a field that is to be empty again whenever its form has come back with an answer. */
export function useClearedAfterPost(isCleared: boolean): RefObject<HTMLInputElement | null> {
  const { state } = useFormInProgress()
  const field = useRef<HTMLInputElement>(null)
  const answered = useRef(state)
  useEffect(() => {
    // What was typed while the page was loading is no answer's.
    if (answered.current === state) return
    answered.current = state
    if (isCleared && field.current) field.current.value = ''
  }, [state, isCleared])
  return field
}
