'use client'

import './nhsuk.scss'
import './globals.css'
import { Header } from '@/components/nhs/header'
import { ProblemPage } from '@/components/nhs/problem-page'

type Props = { error: unknown; retry: () => void }

export default function GlobalErrorPage({ error, retry }: Props) {
  return (
    <html className="nhsuk-template" lang="en-GB">
      <body>
        <Header />
        <ProblemPage error={error} retry={retry} />
      </body>
    </html>
  )
}
