/** Messages of our own making, for everything that real ones taught us. All people in them are fictitious. */

/** Who most of these messages are about. */
export const MARGARET = {
  pid: 'PID|1||ZT445566^^^ZT101^MR~9990000026^^^NHS^NH||Okafor^Margaret^Ada^^Mrs^^L||19580304|F|||14 Mill Lane^^Newtown^^ZZ99 3CZ^GBR^H||01632 960145^PRN^PH',
  nhsNumber: '9990000026',
}

export type Hl7MessageParts = {
  /** MSH-9. */
  type?: string
  controlId?: string
  version?: string
  processingId?: string
  characterSet?: string
  sender?: string
  facility?: string
  sentAt?: string
  /** MSH-15 and MSH-16. */
  acknowledgements?: [string, string]
  /** The lines after MSH. */
  segments?: readonly string[]
}

/** MSH of a message to us. */
function headerLine(parts: Hl7MessageParts = {}): string {
  const [accept, application] = parts.acknowledgements ?? ['', '']
  const fields = [
    'MSH',
    '^~\\&',
    parts.sender ?? 'WINPATH',
    parts.facility ?? 'ZT101',
    'ALONGSIDE',
    'ZT101',
    parts.sentAt ?? '20261102093000',
    '',
    parts.type ?? 'ORU^R01^ORU_R01',
    parts.controlId ?? 'ZT0001',
    parts.processingId ?? 'P',
    parts.version ?? '2.5.1',
    '',
    '',
    accept,
    application,
    '',
    parts.characterSet ?? '',
  ]
  return fields.join('|').replace(/\|+$/, '')
}

/** A whole message with CR behind each segment. */
export function hl7Message(parts: Hl7MessageParts = {}): string {
  return [headerLine(parts), ...(parts.segments ?? [MARGARET.pid, ...psa('4.10')])]
    .map((line) => `${line}\r`)
    .join('')
}

/** An ADT about one patient. */
export function adtMessage(event: string, segments: readonly string[], parts: Hl7MessageParts = {}): string {
  const type = `ADT^${event}^ADT_${event === 'A40' ? 'A39' : 'A01'}`
  return hl7Message({ type, ...parts, segments: [`EVN|${event}|20261102093000`, ...segments] })
}

export type MarkerParts = {
  value: string
  type?: string
  unit?: string
  range?: string
  flag?: string
  /** OBR-25 and OBX-11. */
  status?: string
  takenAt?: string
  filler?: string
  notes?: readonly string[]
}

/** One tumour marker as a laboratory reports it: ORC, OBR, OBX and notes. */
function marker(code: string, name: string, parts: MarkerParts): string[] {
  const { value, type = 'NM', unit = 'ug/L', range = '', flag = '', status = 'F' } = parts
  const { takenAt = '202611020815', filler = `26B${code}0001`, notes = [] } = parts
  const reportedAt = `${takenAt.slice(0, 8) || '20261102'}1405`
  const order = status === 'P' ? 'IP' : 'CM'
  return [
    `ORC|RE|REQ-77^ZT101|${filler}^WINPATH||${order}`,
    `OBR|1|REQ-77^ZT101|${filler}^WINPATH|${code}^${name}^WINPATH|||${takenAt}|||||||202611020930||||||||${reportedAt}||CH|${status}`,
    `OBX|1|${type}|${code}^${name}^WINPATH||${value}|${unit}|${range}|${flag}|||${status}|||${takenAt}`,
    ...notes.map((note, place) => `NTE|${place + 1}|L|${note}`),
  ]
}

export const psa = (value: string, parts: Partial<MarkerParts> = {}) =>
  marker('PSA', 'Prostate specific antigen', { value, range: '0.0 - 4.0', ...parts })
export const cea = (value: string, parts: Partial<MarkerParts> = {}) =>
  marker('CEA', 'Carcinoembryonic antigen', { value, range: '<5', ...parts })
export const ca125 = (value: string, parts: Partial<MarkerParts> = {}) =>
  marker('CA125', 'CA 125', { value, unit: 'kU/L', range: '0 - 35', ...parts })
export const thyroglobulin = (value: string, parts: Partial<MarkerParts> = {}) =>
  marker('TG', 'Thyroglobulin', { value, ...parts })
export const alphaFetoprotein = (value: string, parts: Partial<MarkerParts> = {}) =>
  marker('AFP', 'Alpha fetoprotein', { value, unit: 'kU/L', range: '0 - 10', ...parts })
export const hcg = (value: string, parts: Partial<MarkerParts> = {}) =>
  marker('HCG', 'Human chorionic gonadotrophin', { value, unit: 'IU/L', range: '0 - 5', ...parts })

/** One PSA from its first to its last word: preliminary, final, corrected, cancelled. Same order, ids of their own. */
export function psaHistory(): string[] {
  const steps: [string, string][] = [
    ['0.04', 'P'],
    ['0.05', 'F'],
    ['0.50', 'C'],
    ['', 'X'],
  ]
  return steps.map(([value, status], place) =>
    hl7Message({
      controlId: `ZT-PSA-${place + 1}`,
      segments: [MARGARET.pid, ...psa(value, { status, filler: '26B0099' })],
    }),
  )
}

/** An OBR with a number and a status, and the lines under it. */
export function report(code: string, lines: readonly string[], status = 'F'): string[] {
  return [
    `OBR|1|REQ-9^ZT101|26C0009^LAB|${code}|||202611020815|||||||||||||||202611021405||CH|${status}`,
    ...lines,
  ]
}

/** A report in words, one OBX for each line. */
export function inWords(code: string, lines: readonly string[]): string[] {
  return report(
    code,
    lines.map((line, place) => `OBX|${place + 1}|TX|${place === 0 ? code : ''}||${line}||||||F`),
  )
}

/** The bytes of a message: UTF-8, if not said otherwise. */
export function bytesOf(text: string, encoding: BufferEncoding = 'utf8'): Uint8Array {
  return new Uint8Array(Buffer.from(text, encoding))
}
