import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { BackLink } from '@/components/nhs/back-link'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { Fieldset } from '@/components/nhs/fieldset'
import { Main } from '@/components/nhs/main'
import { TextInput } from '@/components/nhs/text-input'
import { FoundPatients } from '@/components/patients/found-patients'
import { isClinical } from '@/lib/access/actor'
import { permitInOwn } from '@/lib/access/care-context'
import { pageRead } from '@/lib/accounts/page-read'
import { getSearchResults } from '@/lib/patients/search-patients'
import { routes } from '@/lib/platform/routes'
import { searchPatientsAction } from './actions'

export const metadata: Metadata = { title: 'Find a patient' }

type Props = { searchParams: Promise<{ results?: string | string[] }> }

export default async function PatientSearchPage({ searchParams }: Props) {
  const { results } = await searchParams
  const { found, mayRegister } = await pageRead(async (actor) => {
    permitInOwn(actor, 'patient_search', 'read')
    const asked = typeof results === 'string' ? await getSearchResults(actor, results) : null
    return { found: asked, mayRegister: isClinical(actor) }
  })
  if (found) {
    return (
      <Main before={<BackLink href={routes.patientSearch()}>Search again</BackLink>}>
        <h1>Patients found</h1>
        <FoundPatients {...found} />
      </Main>
    )
  }
  return (
    <Main>
      <SearchForm />
      {mayRegister ? (
        <p>
          Somebody new to your team? <a href={routes.registerPatient()}>Register a patient</a> or{' '}
          <a href={routes.importPatients()}>import a list from the hospital</a>.
        </p>
      ) : null}
    </Main>
  )
}

function SearchForm() {
  return (
    <ActionForm action={searchPatientsAction}>
      <h1>Find a patient</h1>
      <p>
        Search in one of three ways. Only people in the care of your teams are found. Accents, capitals and
        apostrophes do not matter.
      </p>
      <TextInput name="nhsNumber" label="NHS number" inputMode="numeric" width={10} code autoComplete="off" />
      <TextInput name="hospitalNumber" label="Hospital number" width={10} code autoComplete="off" />
      <Fieldset legend="Name with date of birth" labelSize="s">
        <TextInput name="name" label="Name" hint="All of it or a part" width={20} autoComplete="off" />
        <DateInput name="bornOn" label="Date of birth" hint="For example, 3 2 1961" />
      </Fieldset>
      <Button>Search</Button>
    </ActionForm>
  )
}
