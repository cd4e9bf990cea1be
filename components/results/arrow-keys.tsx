'use client'

import { useEffect } from 'react'

/** In a list of boxes to tick, the arrows go from one to the next; the space bar ticks, as everywhere. */
export function ArrowKeys({ list }: { /** Id of the form that holds the boxes. */ list: string }) {
  useEffect(() => {
    const form = document.getElementById(list)
    form?.addEventListener('keydown', moveOn)
    return () => form?.removeEventListener('keydown', moveOn)
  }, [list])
  return null
}

function moveOn(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event
  const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0
  if (step === 0 || !(target instanceof HTMLInputElement) || target.type !== 'checkbox') return
  if (!(currentTarget instanceof HTMLElement)) return
  const boxes = [...currentTarget.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
  const next = boxes[boxes.indexOf(target) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}
