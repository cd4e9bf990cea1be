'use client'

import { Button } from './button'
import { Main } from './main'

type Props = { error: unknown; retry: () => void }

/** What is shown when something failed that nobody foresaw: never the error's own message, but the number to quote. */
export function ProblemPage({ error, retry }: Props) {
  const reference = referenceOf(error)
  return (
    <Main>
      <title>Sorry, there is a problem – Alongside</title>
      <h1>Sorry, there is a problem</h1>
      <p>What you were doing may not have been saved. Look before you do it again.</p>
      <p>
        If it happens again, tell your support desk
        {reference ? <>, and quote the reference {reference}</> : null}.
      </p>
      <form action={retry}>
        <Button>Try again</Button>
      </form>
      <p>
        <a href="/">Go to the start page</a>
      </p>
    </Main>
  )
}

function referenceOf(error: unknown): string | null {
  if (!(error instanceof Error) || !('digest' in error)) return null
  return typeof error.digest === 'string' ? error.digest : null
}
