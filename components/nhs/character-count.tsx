'use client'

import { useEffect, useState } from 'react'
import { countCharacters } from '@/lib/nhs/free-text'

const pauseBeforeSpeaking = 1000

/** How many characters are left. `text` is null until something was typed, and always so without JavaScript. */
export function CharacterCount({ id, limit, text }: { id: string; limit: number; text: string | null }) {
  const words =
    text === null ? `You can enter up to ${limit} characters` : leftWords(limit - countCharacters(text))
  const [spoken, setSpoken] = useState('')

  useEffect(() => {
    if (text === null) return
    const pause = setTimeout(() => setSpoken(words), pauseBeforeSpeaking)
    return () => clearTimeout(pause)
  }, [text, words])

  const isOver = text !== null && countCharacters(text) > limit
  return (
    <>
      <div className={isOver ? 'nhsuk-error-message' : 'nhsuk-hint nhsuk-character-count__message'} id={id}>
        {words}
      </div>
      <div className="nhsuk-u-visually-hidden" aria-live="polite">
        {spoken}
      </div>
    </>
  )
}

function leftWords(left: number): string {
  const characters = Math.abs(left) === 1 ? 'character' : 'characters'
  return `You have ${Math.abs(left)} ${characters} ${left < 0 ? 'too many' : 'remaining'}`
}
