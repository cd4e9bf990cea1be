import type { Metadata } from 'next'
import { Main } from '@/components/nhs/main'

export const metadata: Metadata = { title: 'Page not found' }

/** As the one beside `app/layout.tsx`, beneath the header for staff: what is not there and what is not yours look the same. */
export default function NotFound() {
  return (
    <Main>
      <h1>Page not found</h1>
      <p>If you typed the address, check it is correct. If you pasted it, check you copied all of it.</p>
      <p>If you followed a link to a patient, they may no longer be in the care of one of your teams.</p>
      <p>
        <a href="/">Go to the start page</a>
      </p>
    </Main>
  )
}
