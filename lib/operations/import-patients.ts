import { importReasonWords } from '@/lib/patients/import/import-reasons'
import type { ImportReport } from '@/lib/patients/import/import-report'
import { PATIENT_FILE_MEGABYTES } from '@/lib/patients/import/patient-file-limits'
import { rowsInWords } from './rows-in-words'
import { runImport } from './run-import'

const HELP = `
npm run import:patients -- FILE --team CODE   imports a hospital's list of patients into the care of a team

  FILE        CSV in UTF-8, at most ${PATIENT_FILE_MEGABYTES} MB, as the hospital's system exports it
  --team      the code of the hospital or community team, for example ZT101-BREAST
  --json      prints the report as JSON: rows, accepted, rejected, duplicates, created, updated, unchanged, problems
  --dry-run   reads and judges the file, and writes no patient

All accepted rows are written, or none. The same file again changes nothing. It works while npm start runs, and without.
Ends with 0 when the file was imported, whatever was said of its rows; with 1 when it was refused or something failed.
`

await runImport({
  help: HELP,
  load: async () => (await import('./import-patient-file')).importPatientFile,
  asJson: inOrder,
  inWords,
})

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
