import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'
import { SubmissionId } from '@/components/nhs/submission-id'
import { AnswersFields } from '@/components/results/answers-fields'
import { ResultFields } from '@/components/results/result-fields'
import { pageRead } from '@/lib/accounts/page-read'
import { formatDateForStaff } from '@/lib/nhs/date-format'
import { routes } from '@/lib/platform/routes'
import { getResultForm, type ResultForm } from '@/lib/results/result-form'
import { fileResultAction } from './actions'

export const metadata: Metadata = { title: 'File a result' }

type Props = {
  params: Promise<{ patientId: string }>
  searchParams: Promise<{ of?: string | string[]; replaces?: string | string[] }>
}

export default async function NewResultPage({ params, searchParams }: Props) {
  const { patientId } = await params
  const { of, replaces } = await searchParams
  const wanted = { replacesId: oneOf(replaces), code: oneOf(of) }
  const form = await pageRead((actor) => getResultForm(actor, { patientId, ...wanted }))
  const code = form.replaces?.code ?? wanted.code
  const chosen = [...form.analytes, ...form.reports].find((one) => one.code === code)
  if (!chosen) return <Choice patientId={patientId} form={form} />
  const units = form.analytes.find((one) => one.code === chosen.code)?.units ?? []
  return (
    <Main before={<BackLink href={routes.newResult(patientId)} />}>
      <ActionForm action={fileResultAction}>
        <h1>{form.replaces ? `Put right: ${chosen.name}` : `File a result: ${chosen.name}`}</h1>
        {form.replaces ? (
          <InsetText>
            <p>
              It was filed as {form.replaces.words} of {formatDateForStaff(form.replaces.sampledOn)}. That
              stays in the history, and somebody reviews the new value.
            </p>
          </InsetText>
        ) : null}
        <SubmissionId />
        <HiddenInput name="patientId" value={patientId} />
        <HiddenInput name="examined" value={chosen.code} />
        <HiddenInput name="replaces" value={form.replaces?.id ?? ''} />
        <ResultFields units={units} sampledOn={form.replaces?.sampledOn} />
        <AnswersFields tests={form.tests} />
        <Button>File result</Button>
      </ActionForm>
    </Main>
  )
}

function oneOf(text: string | string[] | undefined): string | null {
  return typeof text === 'string' ? text : null
}

function Choice({ patientId, form: { analytes, reports } }: { patientId: string; form: ResultForm }) {
  return (
    <Main before={<BackLink href={routes.results(patientId)} />}>
      <h1>File a result: what was examined?</h1>
      {[
        { heading: 'Blood', items: analytes },
        { heading: 'Scans and examinations', items: reports },
      ].map(({ heading, items }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <ul>
            {items.map(({ code, name }) => (
              <li key={code}>
                <a href={routes.newResultOf(patientId, code)}>{name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Main>
  )
}
