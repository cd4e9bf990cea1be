import path from 'node:path'
import { now } from '@/lib/platform/clock'
import { differenceToSchema, writeMigration } from './database/diff'
import { startScratchServer } from './database/scratch-server'
import { OperatorError } from './operator-error'
import { projectRoot } from './project-root'
import { runCommand } from './run-command'

const HELP = `
npm run db:diff -- NAME   writes prisma/migrations/<timestamp>_NAME/migration.sql: the SQL that takes the migrations
                          there are to what prisma/schema describes. Read it, and add what Prisma cannot say
                          (policies, triggers, checks) before it is applied by the next npm start.
`

await runCommand({
  help: HELP,
  run: async ({ words: [name] }) => {
    if (!name)
      throw new OperatorError('Name the migration in a few words: npm run db:diff -- add_the_directory')
    const server = await startScratchServer()
    try {
      const sql = await differenceToSchema(server.urls.owner)
      if (!sql) return console.log('No difference: the migrations make what the schema describes.')
      console.log(`Written: ${path.relative(projectRoot, writeMigration(name, sql, now()))}`)
    } finally {
      await server.stop()
    }
  },
})
