import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import { spelledUnit } from './internal/spelled-unit'
import { parseQuantity, type Quantity, type QuantityFault } from './quantity'
import type { Analyte, CODE_SYSTEMS, SurveillanceTests } from './surveillance-tests'

export type CodeSystem = (typeof CODE_SYSTEMS)[number]

type UnitFault = 'missing_unit' | 'unknown_unit'

/** The analyte of a laboratory's code, or null: what is not in the map goes to a person. Local names ignore case and spaces. */
export function findAnalyte(tests: SurveillanceTests, system: CodeSystem, code: string): Analyte | null {
  const plain = (text: string) =>
    system === 'local' ? text.toUpperCase().replaceAll(/\s/g, '') : text.trim()
  const wanted = plain(code)
  return (
    tests.analytes.find(({ codes }) =>
      codes.some((one) => one.system === system && plain(one.code) === wanted),
    ) ?? null
  )
}

/**
 * The unit of the analyte that was meant, in the spelling of the service. Only spellings of the same size are taken:
 * g/dL is no g/L. The case counts, since mU/L and MU/L differ.
 */
function readUnit(analyte: Analyte, text: string): Parsed<string, UnitFault> {
  const wanted = spelledUnit(text)
  if (wanted === '') return refused('missing_unit')
  const found = analyte.units.find(({ unit, spellings }) =>
    [unit, ...spellings].some((one) => spelledUnit(one) === wanted),
  )
  return found ? read(found.unit) : refused('unknown_unit')
}

/** A number and its unit as they came, the number untouched. */
export function readMeasurement(
  analyte: Analyte,
  sent: { value: string; unit: string },
): Parsed<{ kind: 'quantity'; quantity: Quantity; unit: string }, QuantityFault | UnitFault> {
  const quantity = parseQuantity(sent.value)
  if (!quantity.ok) return quantity
  const unit = readUnit(analyte, sent.unit)
  return unit.ok ? read({ kind: 'quantity', quantity: quantity.value, unit: unit.value }) : unit
}
