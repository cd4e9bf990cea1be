import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { lockFileSchema, missingEntries } from './lock-file'
import { projectRoot } from './project-root'
import { runCommand } from './run-command'

const HELP = `
npm run lock:complete     after a change of dependencies: adds to package-lock.json the builds for other machines that
                          the registry did not offer, without which npm ci refuses it elsewhere
`

await runCommand({
  help: HELP,
  run: async () => {
    const file = path.join(projectRoot, 'package-lock.json')
    const lock = lockFileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    const added = missingEntries(lock.packages)
    const entries = Object.entries({ ...lock.packages, ...added })
    const packages = Object.fromEntries(entries.toSorted(([one], [other]) => one.localeCompare(other, 'en')))
    writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`)
    console.log(`${Object.keys(added).length} entries added.`)
  },
})
