import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { importReasonWords } from '@/lib/patients/import/import-reasons'
import { buildImportReport } from '@/lib/patients/import/import-report'
import { rowJudge } from '@/lib/patients/import/judge-rows'
import { readAll } from './patient-file'

type Expected = {
  totals: {
    rows: number
    accepted: number
    rejected: number
    duplicates: number
    reasons: Record<string, number>
  }
  rows: { row: number; verdict: string; reason: string }[]
}

const expected: Expected = JSON.parse(readFileSync('tests/data/pas-export.expected.json', 'utf8'))
const knownPracticeCodes = new Set(
  readFileSync('prisma/reference/organisations/organisations.csv', 'utf8')
    .split('\n')
    .filter((line) => line.includes(',gp_practice,'))
    .map((line) => line.split(',')[0] ?? ''),
)

async function judgeExport(today: string) {
  const parsed = await readAll(readFileSync('tests/data/pas-export.csv'))
  if (!parsed.ok) throw new Error(`refused: ${parsed.fault.reason}`)
  return parsed.value.map(rowJudge({ today, knownPracticeCodes }))
}

describe("a hospital's export", () => {
  // The export's last dates are of 18 November 2026, and its dates in the future of 1 June 2028.
  it.each(['2026-11-18', '2026-11-21', '2028-05-31'])(
    'is reported exactly as expected on %s',
    async (today) => {
      const { problems, ...counts } = buildImportReport(await judgeExport(today), {
        created: 1,
        updated: 2,
        unchanged: 3,
      })
      const { reasons, ...totals } = expected.totals
      const counted: Record<string, number> = {}
      for (const { reason } of problems) counted[reason] = (counted[reason] ?? 0) + 1

      expect(problems).toEqual(expected.rows)
      expect(counts).toEqual({ ...totals, created: 1, updated: 2, unchanged: 3 })
      expect(counted).toEqual(reasons)
    },
  )

  it('has words for every reason', async () => {
    for (const { reason } of buildImportReport(await judgeExport('2026-11-21')).problems) {
      expect(importReasonWords(reason)).toMatch(/^(There is|The|A|An) /)
    }
  })

  it('gives the accepted patients as the file says', async () => {
    const verdicts = await judgeExport('2026-11-21')
    const patients = verdicts.flatMap((verdict) => ('patient' in verdict ? [verdict] : []))
    const patientOfRow = (row: number) => patients.find((verdict) => verdict.row === row)?.patient
    expect(patients).toHaveLength(877)
    expect(patientOfRow(8)).toMatchObject({ addressLine1: 'The "Old" Forge', bornOn: '1990-03-31', sex: '1' })
    expect(patientOfRow(12)).toMatchObject({
      postcode: 'SO16 6YD',
      interpreterRequired: false,
      sex: '9',
    })
    expect(patients.filter(({ patient }) => patient.addressLine1?.startsWith('='))).not.toHaveLength(0)
    expect(
      patients.filter(({ patient }) => patient.addressLine1?.includes('\nRear entrance')),
    ).not.toHaveLength(0)
  })
})
