import 'server-only'
import type { Protocol } from '../protocol'
import { shippedProtocols } from './reference'

/** The protocols for a cancer, by title: those of its ICD-10 category. */
export function protocolsFor(icd10Code: string): Protocol[] {
  return shippedProtocols().filter(({ sites }) => sites.includes(icd10Code.slice(0, 3)))
}
