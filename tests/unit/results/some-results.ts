import fc from 'fast-check'
import { parseQuantity } from '@/lib/results/quantity'
import type { ResultStatus } from '@/lib/platform/prisma-client/enums'
import type { Reading, ResultFact } from '@/lib/results/result'

/** A number that the laboratory sent, final unless said otherwise; its specimen is its own. */
export function reading(
  written: string,
  sampleOn: string,
  more: Partial<Pick<ResultFact, 'id' | 'specimen' | 'code' | 'status' | 'issuedAt' | 'receivedAt'>> & {
    unit?: string
  } = {},
): Reading {
  const { unit = 'µg/L', ...rest } = more
  const quantity = parseQuantity(written)
  if (!quantity.ok) throw new Error(`${written} is no quantity`)
  return {
    id: `${sampleOn} ${written}`,
    specimen: `specimen of ${sampleOn}`,
    code: 'psa',
    sampleOn,
    issuedAt: new Date(`${sampleOn}T12:00:00Z`),
    receivedAt: new Date(`${sampleOn}T13:00:00Z`),
    status: 'final',
    value: { kind: 'quantity', quantity: quantity.value, unit },
    ...rest,
  }
}

/** A report of a scan or an examination. */
export function report(
  code: string,
  sampleOn: string,
  outcome: 'nothing_new' | 'uncertain' | 'needs_action' | 'inadequate',
): ResultFact {
  return { ...reading('1', sampleOn), code, value: { kind: 'report', text: 'As seen.', outcome } }
}

const tenths = fc.integer({ min: 0, max: 40 }).map((value) => String(value / 10))

/** Numbers close to each other, and limits among them. */
const anyWritten = fc.oneof(
  { arbitrary: tenths, weight: 4 },
  fc
    .tuple(fc.constantFrom('<', '<=', '>', '>='), fc.constantFrom('0.1', '0.2', '1', '2.1'))
    .map((parts) => parts.join('')),
)

const statuses: readonly ResultStatus[] = ['preliminary', 'final', 'corrected', 'cancelled']

/** Up to seven specimens, each with some versions issued at different times, all in any order of arrival. */
export const anyHistory: fc.Arbitrary<Reading[]> = fc
  .array(
    fc.record({
      month: fc.integer({ min: 0, max: 30 }),
      versions: fc.array(fc.record({ written: anyWritten, status: fc.constantFrom(...statuses) }), {
        minLength: 1,
        maxLength: 3,
      }),
    }),
    { maxLength: 7 },
  )
  .map((specimens) =>
    specimens.flatMap(({ month, versions }, number) =>
      versions.map(({ written, status }, version) => {
        const sampleOn = new Date(Date.UTC(2024, month, 10 + number)).toISOString().slice(0, 10)
        return reading(written, sampleOn, {
          id: `${number}.${version}`,
          specimen: `${number}`,
          status,
          issuedAt: new Date(Date.UTC(2024, month, 20, version)),
        })
      }),
    ),
  )
  .chain((facts) => fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }))
