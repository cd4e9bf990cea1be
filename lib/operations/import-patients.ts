import path from 'node:path'
import { importReasonWords } from '@/lib/patients/import/import-reasons'
import type { ImportReport } from '@/lib/patients/import/import-report'
import { PATIENT_FILE_MEGABYTES } from '@/lib/patients/import/patient-file-limits'
import { generateClient } from './database/generate-client'
import { withProjectDatabase } from './database/reach-database'
import { enterApplication } from './enter-application'
import { OperatorError } from './operator-error'
import { readGivenFile } from './read-given-file'
import { rowsInWords } from './rows-in-words'
import { runCommand } from './run-command'

const HELP = `
npm run import:patients -- FILE --team CODE   imports a hospital's list of patients into the care of a team

  FILE        CSV in UTF-8, at most ${PATIENT_FILE_MEGABYTES} MB, as the hospital's system exports it
  --team      the code of the hospital or community team, for example ZT101-BREAST
  --json      prints the report as JSON: rows, accepted, rejected, duplicates, created, updated, unchanged, problems
  --dry-run   reads and judges the file, and writes no patient

All accepted rows are written, or none. The same file again changes nothing. It works while npm start runs, and without.
Ends with 0 when the file was imported, whatever was said of its rows; with 1 when it was refused or something failed.
`

await runCommand({
  help: HELP,
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
    generateClient()
    const report = await withProjectDatabase(async (urls) => {
      enterApplication(urls)
      const { importPatientFile } = await import('./import-patient-file')
      const { closeDatabase } = await import('@/lib/platform/database')
      return importPatientFile(urls.owner, toImport).finally(closeDatabase)
    })
    console.log(options.json ? JSON.stringify(inOrder(report), null, 2) : inWords(report, toImport.isDryRun))
  },
})
// The schema engine leaves a timer behind that would keep the process for ten seconds more.
process.exit()

/** What comes back from the database has lost the order of its keys. */
function inOrder({ rows, accepted, rejected, duplicates, problems, ...written }: ImportReport) {
  const { created, updated, unchanged } = written
  return {
    rows,
    accepted,
    rejected,
    duplicates,
    created,
    updated,
    unchanged,
    problems: problems.map(({ row, verdict, reason }) => ({ row, verdict, reason })),
  }
}

function inWords(report: ImportReport, isDryRun: boolean): string {
  const { rows, accepted, rejected, duplicates, created, updated, unchanged, problems } = report
  const reasons = new Map<ImportReport['problems'][number]['reason'], number[]>()
  for (const { row, reason } of problems) reasons.set(reason, [...(reasons.get(reason) ?? []), row])
  return [
    `${rows} rows: ${accepted} accepted, ${rejected} rejected, ${duplicates} repeats of an earlier row.`,
    isDryRun
      ? 'Dry run: nothing was written.'
      : `Patients: ${created} new, ${updated} updated, ${unchanged} unchanged.`,
    ...[...reasons].map(([reason, places]) => `  ${importReasonWords(reason)}: ${rowsInWords(places)}`),
  ].join('\n')
}
