import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '@/prisma/demo/demo-accounts'
import type { StartSettings } from './start-settings'

/** Says where the service is and, in demo mode, as whom one may log in. */
export function announce({ mode, port }: StartSettings): void {
  console.log(`\nAlongside is ready: http://localhost:${port}`)
  if (mode === 'demo') announceAccounts()
  console.log('Press Ctrl-C to stop.')
}

function announceAccounts(): void {
  console.log(`\nAll people in it are fictitious. Log in with the password ${DEMO_PASSWORD} as:`)
  const width = Math.max(...DEMO_ACCOUNTS.map(({ email }) => email.length))
  for (const { email, description } of DEMO_ACCOUNTS) console.log(`  ${email.padEnd(width)}  ${description}`)
  console.log()
}
