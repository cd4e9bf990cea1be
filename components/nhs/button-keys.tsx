'use client'

import { useEffect } from 'react'

/** A link that says it is a button answers to the space bar as one, as in the NHS design system. */
export function ButtonKeys() {
  useEffect(() => {
    document.addEventListener('keydown', pressLink)
    return () => document.removeEventListener('keydown', pressLink)
  }, [])
  return null
}

function pressLink(event: KeyboardEvent): void {
  const { target } = event
  if (event.key !== ' ' || !(target instanceof HTMLElement) || target.getAttribute('role') !== 'button')
    return
  event.preventDefault()
  target.click()
}
