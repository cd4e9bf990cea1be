import { RESULT_FILE_MEGABYTES, RESULT_FILE_ROWS } from '@/lib/results/file/result-file-columns'
import { ROW_REASON_WORDS, type ResultFileReport, type RowReason } from '@/lib/results/file/staged-row'
import { rowsInWords } from './rows-in-words'
import { runImport } from './run-import'

const HELP = `
npm run import:results -- FILE --team CODE   files a laboratory's file of results for a team

  FILE        CSV in UTF-8, at most ${RESULT_FILE_MEGABYTES} MB and ${RESULT_FILE_ROWS} rows; its columns are in lib/results/README.md
  --team      the code of the hospital or community team, for example ZT101-UROLOGY
  --json      prints the report as JSON
  --dry-run   reads and judges the file, and files nothing

What fits is filed and waits for review; what does not fit for sure is left to a person. The same file again changes nothing, and
one that was interrupted can be sent again. It works while npm start runs, and without.
Ends with 0 when the file was dealt with, whatever was said of its rows; with 1 when it was refused or something failed.
`

await runImport({
  help: HELP,
  load: async () => (await import('./import-result-file')).importResultFile,
  asJson: (report) => report,
  inWords,
})

function inWords(report: ResultFileReport, isDryRun: boolean): string {
  const { rows, file, queue, known, rejected, came, problems } = report
  const reasons = new Map<RowReason, number[]>()
  for (const { row, reason } of problems) reasons.set(reason, [...(reasons.get(reason) ?? []), row])
  return [
    `${rows} rows: ${file} to be filed, ${queue} to be left to a person, ${known} here already, ${rejected} not taken.`,
    isDryRun
      ? 'Dry run: nothing was filed.'
      : `Filed ${came.filed}, left to a person ${came.queued}, here already ${came.known}.`,
    ...[...reasons].map(([reason, places]) => `  ${ROW_REASON_WORDS[reason]}: ${rowsInWords(places)}`),
  ].join('\n')
}
