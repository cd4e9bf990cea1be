'use client'

import { Header } from '@/components/nhs/header'
import { ProblemPage } from '@/components/nhs/problem-page'

type Props = { error: unknown; retry: () => void }

export default function ErrorPage({ error, retry }: Props) {
  return (
    <>
      <Header />
      <ProblemPage error={error} retry={retry} />
    </>
  )
}
