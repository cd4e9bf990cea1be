import type { Metadata } from 'next'
import { ActionForm } from '@/components/nhs/action-form'
import { Button } from '@/components/nhs/button'
import { DateInput } from '@/components/nhs/date-input'
import { Header } from '@/components/nhs/header'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Main } from '@/components/nhs/main'
import { Telephone } from '@/components/document-links/telephone'
import { ASK_FOR_ANOTHER, LINK_NOT_GOOD } from '@/lib/document-links/link-words'
import { MOST_TRIES } from '@/lib/document-links/link-rules'
import type { OfferedLink } from '@/lib/access/link-door'
import { findDocumentLink } from '@/lib/document-links/open-document-link'
import { formatInstantForStaff } from '@/lib/nhs/instant'
import { openDocumentLinkAction } from './actions'

export const metadata: Metadata = { title: 'Open a document' }

type Props = { params: Promise<{ token: string }> }

/** Says what the link is for and of whom nothing: whoever comes here may be a mail scanner. Looking changes nothing. */
export default async function DocumentLinkPage({ params }: Props) {
  const { token } = await params
  const offered = await findDocumentLink(token)
  return (
    <>
      <Header />
      <Main>{offered ? <Ask offered={offered} secret={token} /> : <NotGood />}</Main>
    </>
  )
}

function Ask({ offered, secret }: { offered: OfferedLink; secret: string }) {
  return (
    <ActionForm action={openDocumentLinkAction}>
      <h1>A document about one of your patients</h1>
      <p>
        {offered.team} has sent your practice a treatment summary. It says what was done, what to look for,
        and what your practice is asked to do. You need no account to read and answer it.
      </p>
      <p>
        To open it, give the date of birth of the person named in the message or letter that came with the
        link. After {MOST_TRIES} wrong dates the link cannot be used any more.
      </p>
      <HiddenInput name="link" value={secret} />
      <DateInput name="bornOn" label="The person’s date of birth" hint="For example, 27 3 1958" />
      <Button>Open the document</Button>
      <p>
        This link can be used until {formatInstantForStaff(offered.expiresAt)}. If it was not meant for you,
        close this page and ring {offered.team}
        <Telephone number={offered.telephone} />.
      </p>
    </ActionForm>
  )
}

function NotGood() {
  return (
    <>
      <h1>{LINK_NOT_GOOD}</h1>
      <p>{ASK_FOR_ANOTHER}</p>
    </>
  )
}
