import type { Metadata } from 'next'
import { Header } from '@/components/nhs/header'
import { InsetText } from '@/components/nhs/inset-text'
import { Main } from '@/components/nhs/main'

export const metadata: Metadata = { title: 'Accessibility statement' }

export default function AccessibilityPage() {
  return (
    <>
      <Header />
      <Main>
        <div className="nhsuk-u-reading-width">
          <h1>Accessibility statement for Alongside</h1>
          <p>
            Alongside is built so that as many people as possible can use it. That means you should be able
            to:
          </p>
          <ul>
            <li>use every page with a keyboard only</li>
            <li>use every page without JavaScript</li>
            <li>listen to every page with a screen reader</li>
            <li>enlarge text to 400% and use a screen as narrow as 320 pixels without scrolling sideways</li>
            <li>change colours, contrast and fonts with your own settings</li>
            <li>print any page of a record</li>
          </ul>
          <h2>How accessible it is</h2>
          <p>
            We aim to meet level AA of the Web Content Accessibility Guidelines, version 2.2. Each page is
            checked by machine every time the service is changed. Machines find only some faults: the service
            has not yet been audited by people, nor tested with people who use assistive technology.
          </p>
          <h3>What we know is not right yet</h3>
          <ul>
            <li>
              Without JavaScript, the title of a page does not say that there was an error. The page does, at
              its top.
            </li>
            <li>
              Drawn timelines and charts cannot be explored piece by piece. The same facts follow as a table.
            </li>
          </ul>
          <h2>If you find a problem, or need something in another form</h2>
          <p>
            Tell the team that looks after you, or the organisation that gave you this service. They can give
            you information in large print, Easy Read, another language, braille or British Sign Language.
          </p>
          <InsetText>
            <p>
              The organisation that runs this service completes this statement: whom to write to, how soon
              they answer, and the date of the last audit.
            </p>
          </InsetText>
          <h2>If you are not content with the answer</h2>
          <p>
            The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile
            Applications) (No. 2) Accessibility Regulations 2018. You can contact the Equality Advisory and
            Support Service.
          </p>
        </div>
      </Main>
    </>
  )
}
