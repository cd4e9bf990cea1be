import { DATABASE_NAME } from './database/roles'
import { DATABASE_ROLES, keptSecrets, type DatabaseRole } from './database/secrets'
import { dataHome } from './database/data-home'
import { roleUrls } from './database/connection-urls'
import { SUPERUSER } from './database/initialise-cluster'
import { OperatorError } from './operator-error'
import { runCommand } from './run-command'

const HELP = `
npm run db:url -- ROLE    prints the connection string of the embedded database for a role, for psql
                          ROLE: ${DATABASE_ROLES.join(', ')}, or superuser
The database runs while npm start does. Row security holds for every role but backup and superuser.
`

await runCommand({
  help: HELP,
  run: async ({ words: [role] }) => {
    if (!role || !isKnown(role))
      throw new OperatorError(`Name a role: ${DATABASE_ROLES.join(', ')} or superuser.`)
    const data = dataHome()
    if (!data.port) throw new OperatorError('There is no embedded database yet: npm start makes it.')
    const { superuserPassword, rolePasswords } = keptSecrets(data.home)
    const place = `127.0.0.1:${data.port}/${DATABASE_NAME}`
    const superuserUrl = `postgresql://${SUPERUSER}:${encodeURIComponent(superuserPassword)}@${place}`
    console.log(role === 'superuser' ? superuserUrl : roleUrls(superuserUrl, rolePasswords)[role])
  },
})

function isKnown(role: string): role is DatabaseRole | 'superuser' {
  return role === 'superuser' || DATABASE_ROLES.some((known) => known === role)
}
