'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/nhs/button'

type Props = {
  /** Milliseconds from the page's being made. */
  warnAfter: number
  endAfter: number
  /** When the session ends however active one is. */
  lastsFor: number
  stayAddress: string
  logInAddress: string
}

const CHECK_EVERY = 5_000
const CHANNEL = 'alongside-session'

/**
 * Warns in time before a session that is not used ends, and lets it go on (WCAG 2.2.1). Every page opened and everything
 * sent, in any tab, counts as use; typing alone does not.
 */
export function SessionWarning({ warnAfter, endAfter, lastsFor, stayAddress, logInAddress }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const usedAt = useRef(0)
  const isWarned = useRef(false)
  const [isLast, setIsLast] = useState(false)

  useEffect(() => {
    const startedAt = performance.now()
    usedAt.current = startedAt
    const channel = new BroadcastChannel(CHANNEL)
    const used = () => {
      usedAt.current = performance.now()
      isWarned.current = false
      dialog.current?.close()
    }
    const usedHere = () => {
      used()
      channel.postMessage('used')
    }
    const check = () => {
      const idle = performance.now() - usedAt.current
      const left = Math.min(endAfter - idle, startedAt + lastsFor - performance.now())
      if (left <= 0) window.location.replace(logInAddress)
      else if (left <= endAfter - warnAfter && !isWarned.current) {
        isWarned.current = true
        setIsLast(left < endAfter - idle)
        dialog.current?.showModal()
      }
    }
    // A page that the browser kept from before logging out must not be shown again.
    const restored = (event: PageTransitionEvent) => (event.persisted ? window.location.reload() : undefined)
    const sent = new PerformanceObserver((list) => {
      if (list.getEntries().some(isRequestToServer)) usedHere()
    })
    channel.postMessage('used')
    channel.addEventListener('message', used)
    sent.observe({ type: 'resource' })
    window.addEventListener('pageshow', restored)
    document.addEventListener('visibilitychange', check)
    const timer = setInterval(check, CHECK_EVERY)
    return () => {
      clearInterval(timer)
      sent.disconnect()
      channel.close()
      window.removeEventListener('pageshow', restored)
      document.removeEventListener('visibilitychange', check)
    }
  }, [warnAfter, endAfter, lastsFor, logInAddress])

  /** Without the network the message stays: nothing typed is thrown away, and it can be tried again. */
  async function stay() {
    const answer = await fetch(stayAddress, { method: 'POST', redirect: 'manual' }).catch(() => null)
    if (answer?.ok) dialog.current?.close()
    else if (answer) window.location.replace(logInAddress)
  }

  const minutes = Math.round((endAfter - warnAfter) / 60_000)
  return (
    <dialog
      className="m-auto max-w-xl border-4 border-brand bg-white p-6 text-text"
      ref={dialog}
      aria-labelledby="session-warning-heading"
    >
      <h2 id="session-warning-heading">You will soon be logged out</h2>
      {isLast ? (
        <p>
          You have been logged in for a whole shift. Save what you are doing: in {minutes} minutes you will
          have to log in again.
        </p>
      ) : (
        <p>
          Nothing was opened or saved for some time. In {minutes} minutes you will be logged out, and what is
          not saved will be lost.
        </p>
      )}
      <div className="flex flex-wrap gap-x-4">
        {isLast ? null : (
          <form action={stay}>
            <Button>Stay logged in</Button>
          </form>
        )}
        <form method="dialog">
          <Button variant="secondary">Close this message</Button>
        </form>
      </div>
    </dialog>
  )
}

function isRequestToServer(entry: PerformanceEntry): boolean {
  if (!(entry instanceof PerformanceResourceTiming)) return false
  const isSent = entry.initiatorType === 'fetch' || entry.initiatorType === 'xmlhttprequest'
  return isSent && new URL(entry.name).origin === window.location.origin
}
