import type { Metadata } from 'next'
import { Header } from '@/components/nhs/header'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'

export const metadata: Metadata = { title: 'Privacy notice' }

export default function PrivacyPage() {
  return (
    <>
      <Header />
      <Main>
        <div className="nhsuk-u-reading-width">
          <h1>Privacy notice</h1>
          <p>
            Alongside holds the record of your cancer care that your hospital teams, your GP practice and you
            share.
          </p>
          <h2>What is held</h2>
          <ul>
            <li>
              who you are and how to reach you: name, date of birth, NHS number, address, telephone and email
            </li>
            <li>what you told us: what matters to you, what troubles you, how much, and what would help</li>
            <li>
              your care: diagnosis, treatment, care plans, actions, and summaries for you and your practice
            </li>
            <li>help you need with information: an interpreter, large print, Easy Read</li>
          </ul>
          <h2>Who can see it</h2>
          <p>
            Only teams that are caring for you, while they are caring for you, and only the parts their work
            needs. When a team stops caring for you, its people can no longer open your record.
          </p>
          <p>
            Each time somebody opens or changes your record, the service writes down who and when. That log
            cannot be changed. You can ask to see it.
          </p>
          <h2>What is counted</h2>
          <p>
            The service counts what was offered and what came of it, for everyone and by group, so that nobody
            is missed. Counts do not name you, and small numbers are hidden.
          </p>
          <h2>What we do not do</h2>
          <ul>
            <li>We do not sell your information or use it for advertising.</li>
            <li>We use no cookies but the one that keeps a person logged in.</li>
            <li>Pages load nothing from other companies, and nobody follows you across the web.</li>
            <li>No decision about your care is made by a computer alone.</li>
          </ul>
          <h2>Your rights</h2>
          <p>
            You can ask for a copy of what is held, have mistakes put right, and say no to your care plan
            being shared with your practice. Tell the team that looks after you. You can complain to the
            Information Commissioner.
          </p>
          <InsetText>
            <p>
              The organisation that runs this service completes this notice: its name, its data protection
              officer, the legal basis, and how long records are kept.
            </p>
          </InsetText>
        </div>
      </Main>
    </>
  )
}
