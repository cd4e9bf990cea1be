import { existsSync, readFileSync } from 'node:fs'
import { parseConcernCatalogue } from '@/lib/needs-assessments/concern-catalogue'
import { loadReferenceData } from './load-reference-data'
import { messageOf, OperatorError } from './operator-error'
import { runCommand, typedPath } from './run-command'
import { withOwner } from './with-owner'

const HELP = `
npm run catalogue:load -- FILE

Loads a catalogue of concerns from a JSON file, such as prisma/reference/concern-catalogue/2026-11.json: its domains and
concerns in your own words. Give it a version of its own, such as 2027-01-trust. From then on it is what new assessments
are made from; those that are there keep the catalogue they were made from. Nothing is loaded from a file with a fault,
and each fault is named. A version that was loaded before stays as it was.

Settings: DATABASE_URL or DATABASE_OWNER_URL; else the embedded database, whether it is running or not.
`

await runCommand({
  help: HELP,
  run: async ({ words: [file] }) => {
    if (!file) throw new OperatorError('Name the file: npm run catalogue:load -- FILE. See --help.')
    const path = typedPath(file)
    const { version, concerns } = catalogueIn(path)
    const loaded = await withOwner((ownerUrl) => loadReferenceData({ ownerUrl, catalogueFiles: [path] }))
    console.log(
      loaded.catalogues.includes(version)
        ? `Loaded ${concerns.length} concerns as version ${version}: new assessments are made from it.`
        : `Version ${version} was loaded before, and stays as it was.`,
    )
  },
})

function catalogueIn(path: string) {
  if (!existsSync(path)) throw new OperatorError(`There is no file ${path}.`)
  try {
    return parseConcernCatalogue(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new OperatorError(`${path} is no catalogue of concerns: ${messageOf(error)}`)
  }
}
