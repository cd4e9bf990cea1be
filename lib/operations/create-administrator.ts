import { emailField } from '@/lib/accounts/schema'
import { routes } from '@/lib/platform/routes'
import { appointAdministrator, type NewAdministrator } from './appoint-administrator'
import { OperatorError } from './operator-error'
import { runCommand, type Given } from './run-command'
import { withOwner } from './with-owner'

const HELP = `
npm run administrator:create -- --email ADDRESS --given-name NAME --family-name NAME --organisation ODS

Gives an organisation its first administrators, and prints the link with which each sets a password. From then on
administrators invite everybody else, and confirm each other's roles: that takes two. So this works until the
organisation has two administrators who can log in, and not afterwards.

  --email          the address that they log in with
  --given-name     may be left out by somebody with a single name
  --family-name
  --organisation   the ODS code, for example ZT101

Somebody who has an account already keeps it and its password, and is given the role.
Settings: DATABASE_URL or DATABASE_OWNER_URL, and ALONGSIDE_ORIGIN for the address in the link.
`

await runCommand({
  help: HELP,
  options: {
    email: { type: 'string' },
    'given-name': { type: 'string' },
    'family-name': { type: 'string' },
    organisation: { type: 'string' },
  },
  run: async (given) => {
    const administrator = administratorFrom(given)
    const token = await withOwner((ownerUrl) => appointAdministrator(ownerUrl, administrator))
    const { email, organisation } = administrator
    console.log(`${email} is an administrator of ${organisation}.`)
    if (!token) return console.log('They have an account already, and log in as before.')
    const address =
      process.env.ALONGSIDE_ORIGIN?.replace(/\/$/, '') ?? `http://localhost:${process.env.PORT || 3000}`
    console.log(`Hand them this link; it is shown only now, and sets their password once:`)
    console.log(`${address}${routes.invitation(token)}`)
  },
})

function administratorFrom({ options, words }: Given): NewAdministrator {
  const text = (name: string) => String(options[name] ?? '').trim()
  const missing = ['email', 'family-name', 'organisation'].filter((name) => text(name) === '')
  if (missing.length > 0 || words.length > 0) {
    throw new OperatorError(
      `Needed: ${missing.map((name) => `--${name}`).join(', ') || 'options only'}. See --help.`,
    )
  }
  const email = emailField.safeParse(text('email'))
  if (!email.success) throw new OperatorError(`${text('email')} is not an email address.`)
  return {
    email: email.data,
    givenName: text('given-name'),
    familyName: text('family-name'),
    organisation: text('organisation').toUpperCase(),
  }
}
