import { RESULT_FILE_COLUMNS, type ResultFileColumn } from '@/lib/results/file/result-file-columns'

type Row = Partial<Record<ResultFileColumn, string>>

const KEYS = Object.keys(RESULT_FILE_COLUMNS) as ResultFileColumn[]

/** A PSA in range of Anne Smith as a laboratory lists it, without a specimen number. */
const A_ROW: Record<ResultFileColumn, string> = {
  nhsNumber: '',
  familyName: 'Smith',
  givenName: 'Anne',
  bornOn: '1961-02-03',
  specimenNumber: '',
  testCode: 'PSA',
  testName: '',
  value: '0.05',
  unit: 'ug/L',
  referenceRange: '',
  status: 'F',
  sampledOn: '2026-03-02',
  reportedOn: '',
}

/** A laboratory's file of results, each row with what is different in it. */
export function resultFile(rows: readonly Row[]): Buffer {
  const headings = Object.values(RESULT_FILE_COLUMNS).map(({ heading }) => heading)
  const lines = rows.map((row) => KEYS.map((key) => ({ ...A_ROW, ...row })[key]).join(','))
  return Buffer.from([headings.join(','), ...lines].join('\r\n'))
}
