import type { ReactNode } from 'react'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { Header } from '@/components/nhs/header'
import { Main } from '@/components/nhs/main'
import { LINK_IDLE_MINUTES } from '@/lib/access/link-limits'
import type { FormAction } from '@/lib/platform/form-state'
import { routes } from '@/lib/platform/routes'

type Props = { leave: FormAction; before?: ReactNode; children: ReactNode }

/** What the pages of an opened link have in common: how long they stay open, and the way to close them. */
export function LinkedPage({ leave, before, children }: Props) {
  return (
    <>
      <Header homeHref={routes.linkedDocument()} />
      <Main before={before}>
        {children}
        <hr className="nhsuk-section-break nhsuk-section-break--m nhsuk-section-break--visible" />
        <ActionForm action={leave}>
          <p>
            If you open or send nothing for {LINK_IDLE_MINUTES} minutes the document closes by itself. On a
            computer that others use, close it when you have finished.
          </p>
          <Button variant="secondary">Close the document</Button>
        </ActionForm>
      </Main>
    </>
  )
}
