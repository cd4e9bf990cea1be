'use client'

import { useRef, type KeyboardEvent } from 'react'

type Props = {
  label: string
  /** -1 up, 1 down. */
  onMove: (by: -1 | 1) => void
  onLeaveOut: () => void
}

/** Moves one concern in the order, by its buttons or by the arrow keys on them. The focus stays with what was moved. */
export function PlaceButtons({ label, onMove, onLeaveOut }: Props) {
  const up = useRef<HTMLButtonElement>(null)
  const down = useRef<HTMLButtonElement>(null)

  function move(by: -1 | 1) {
    onMove(by)
    // Moving an element in the page takes the focus from it.
    requestAnimationFrame(() => (by === -1 ? up : down).current?.focus())
  }

  function byKey(event: KeyboardEvent) {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    move(event.key === 'ArrowUp' ? -1 : 1)
  }

  const about = <span className="app-hidden"> {label}</span>
  return (
    <span className="inline-flex gap-3">
      <button className="app-link-button" type="button" ref={up} onClick={() => move(-1)} onKeyDown={byKey}>
        Up{about}
      </button>
      <button className="app-link-button" type="button" ref={down} onClick={() => move(1)} onKeyDown={byKey}>
        Down{about}
      </button>
      <button className="app-link-button" type="button" onClick={onLeaveOut}>
        Leave out{about}
      </button>
    </span>
  )
}
