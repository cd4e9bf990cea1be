import path from 'node:path'
import { withProjectDatabase } from './database/reach-database'
import { enterApplication } from './enter-application'
import { OperatorError } from './operator-error'
import { readGivenFile } from './read-given-file'
import { runCommand } from './run-command'

type GivenFile = { teamCode: string; fileName: string; bytes: Uint8Array; isDryRun: boolean }

type Import<Report> = {
  help: string
  /** Loads what imports a file: it reads where the database is, so that it cannot be imported before. */
  load: () => Promise<(ownerUrl: string, file: GivenFile) => Promise<Report>>
  asJson: (report: Report) => unknown
  inWords: (report: Report, isDryRun: boolean) => string
}

/** Runs a command that imports one file for a team: `FILE --team CODE [--json] [--dry-run]`. Ends the process. */
export async function runImport<Report>({ help, load, asJson, inWords }: Import<Report>): Promise<never> {
  await runCommand({
    help,
    options: { team: { type: 'string' }, json: { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
    run: async ({ options, words: [file, ...more] }) => {
      if (!file || more.length > 0) throw new OperatorError('Name one file. See --help.')
      if (typeof options.team !== 'string') throw new OperatorError('Name the team: --team CODE. See --help.')
      const toImport = {
        teamCode: options.team,
        fileName: path.basename(file),
        bytes: readGivenFile(file),
        isDryRun: options['dry-run'] === true,
      }
      const report = await withProjectDatabase(async (urls) => {
        enterApplication(urls)
        const importFile = await load()
        const { closeDatabase } = await import('@/lib/platform/database')
        return importFile(urls.owner, toImport).finally(closeDatabase)
      })
      console.log(options.json ? JSON.stringify(asJson(report), null, 2) : inWords(report, toImport.isDryRun))
    },
  })
  // The schema engine leaves a timer behind that would keep the process for ten seconds more.
  process.exit()
}
