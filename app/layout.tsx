import type { Metadata, Viewport } from 'next'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import './nhsuk.scss'
import './globals.css'
import { DemoBanner } from '@/components/nhs/demo-banner'
import { Footer } from '@/components/nhs/footer'
import { SkipLink } from '@/components/nhs/skip-link'
import { isDemo } from '@/lib/platform/env'

export const metadata: Metadata = {
  title: { template: '%s – Alongside', default: 'Alongside' },
  robots: { index: false, follow: false },
  // Browsers would take NHS numbers for telephone numbers and make links of them.
  formatDetection: { telephone: false },
  referrer: 'same-origin',
}

export const viewport: Viewport = { themeColor: '#10465a' }

const supportLinks = [
  { href: '/accessibility', label: 'Accessibility statement' },
  { href: '/privacy', label: 'Privacy notice' },
]

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page made at build time could not carry the nonce of each response.
  await connection()
  return (
    <html className="nhsuk-template" lang="en-GB">
      <body>
        <SkipLink />
        {isDemo() ? <DemoBanner /> : null}
        {children}
        <Footer links={supportLinks} />
      </body>
    </html>
  )
}
