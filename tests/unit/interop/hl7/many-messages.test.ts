import { describe, expect, it } from 'vitest'
import { parseNhsNumber } from '@/lib/nhs/nhs-number'
import { adtMessage, bytesOf, hl7Message, MARGARET, report } from '@/tests/factories/hl7-messages'
import { hl7Samples } from '@/tests/support/interop-samples'
import { told } from './told'

const samples = hl7Samples()

/** Messages as a simulated hospital of England sends them: training, v2.3, ASCII, and the odd result. */
function ofAHospital(count: number): string[] {
  return Array.from({ length: count }, (_, place) => {
    const parts = { version: '2.3', processingId: 'T', characterSet: 'ASCII', controlId: String(place + 1) }
    if (place % 5 === 0) return adtMessage('A01', [MARGARET.pid, 'PD1|||FAMILY PRACTICE^^12345|'], parts)
    const egfr = place % 3 === 0 ? '<15' : '61.00'
    const lines = [
      'OBX|1|NM|CRE^Creatinine||98.00|UMOLL|49 - 92|H|||F',
      'NTE|0||Repeat',
      `OBX|2|NM|EGFR||${egfr}|MLMIN|[ ]||||F`,
    ]
    return hl7Message({ ...parts, segments: [MARGARET.pid, ...report('UE', lines)] })
  })
}

function simulatedHospital(): string[] {
  const bytes = samples.get('google__simhospital/messages.out')
  return bytes
    ? Buffer.from(bytes)
        .toString('latin1')
        .split('\n\n')
        .map((one) => one.trim())
        .filter(Boolean)
    : []
}

describe('a day of a hospital', () => {
  const ours = ofAHospital(1000)

  it('is taken message by message, with comparators, and notes under their results', () => {
    const all = ours.map((message) => told(bytesOf(message)))
    expect(all.every(([answer]) => answer === 'AA')).toBe(true)
    const lines = all.flat()
    expect(lines.filter((line) => line === 'EGFR <15 MLMIN [[ ]] final')).toHaveLength(267)
    expect(lines.filter((line) => line === 'EGFR 61.00 MLMIN [[ ]] final')).toHaveLength(533)
    expect(lines.filter((line) => line === 'note on CRE: Repeat')).toHaveLength(800)
    expect(lines.filter((line) => line === 'practice FAMILY PRACTICE 12345 (ODS null)')).toHaveLength(200)
  })

  it('of others, where it is there, too', () => {
    const messages = simulatedHospital()
    const counted = new Map<string, number>()
    for (const message of messages) {
      const [answer = ''] = told(bytesOf(message, 'latin1'))
      counted.set(answer, (counted.get(answer) ?? 0) + 1)
    }
    expect([0, 1013]).toContain(messages.length)
    const expected =
      messages.length === 0
        ? []
        : [
            ['AA', 1011],
            ['AR 200 MSH-9', 2],
          ]
    expect([...counted].toSorted()).toEqual(expected)
  })

  it('of others loses no comparator, number of the NHS or note', () => {
    const messages = simulatedHospital()
    const lines = messages.flatMap((message) => told(bytesOf(message, 'latin1')))
    const sent = messages.join('\r').split('\r')
    const fields = (segment: string, field: number) =>
      sent.filter((line) => line.startsWith(segment)).map((line) => line.split('|')[field] ?? '')
    const comparators = fields('OBX', 5).filter((value) => /^[<>]/.test(value))
    expect(lines.filter((line) => /(?:^| )[<>]\d/.test(line) && line.endsWith(' final'))).toHaveLength(
      comparators.length,
    )
    const numbers = new Set(
      lines.filter((line) => line.startsWith('NHS number')).map((line) => line.slice(11)),
    )
    // 403 less the two patients whose documents (MDM) are refused.
    expect(numbers.size).toBe(messages.length === 0 ? 0 : 401)
    expect([...numbers].every((number) => parseNhsNumber(number).ok)).toBe(true)
    const notes = lines.filter((line) => line.startsWith('note on ') && !line.startsWith('note on patient'))
    expect(notes).toHaveLength(fields('NTE', 3).length)
    expect(lines.filter((line) => /^merge 618454581 into 2777246431/.test(line))).toHaveLength(
      messages.length === 0 ? 0 : 1,
    )
  })
})

describe('a message that was made wrong on purpose', () => {
  const FAULTY_PID = 'PID||ZT9^^^^MRN|ZT9^^^^MRN~9990000027^^^NHSNMBR||Ode^Invalid^^^MR||19610306|M'
  const WITHOUT_NUMBERS = [
    'ORC|RE||||||||20261102',
    'OBR|1|||UE^UREA||20261102|20261102||||||||||||||||||f',
    'OBX|1|NM|E||None|MLMIN|[ ]|None|||F',
  ]
  const parts = { version: '2.3', processingId: 'T' }

  it('keeps a number that is no NHS number apart from those that are', () => {
    const lines = told(bytesOf(adtMessage('A01', [FAULTY_PID], parts)))
    expect(lines[0]).toBe('AA')
    expect(lines.filter((line) => line.startsWith('NHS number'))).toEqual([])
  })

  it('is refused when no correction could ever find it', () => {
    expect(told(bytesOf(hl7Message({ ...parts, segments: [MARGARET.pid, ...WITHOUT_NUMBERS] })))).toEqual([
      'AE 101 OBR-3',
    ])
  })

  it('of others, where it is there, too', () => {
    const bytes = samples.get('google__simhospital/invalid_messages.yml')
    const templates = bytes
      ? Buffer.from(bytes)
          .toString('utf8')
          .split(/^\w+:$/m)
          .slice(1)
      : []
    const answers = templates.map((template) => {
      const segments = [...template.matchAll(/^ {2}- "(.*)"$/gm)].map(([, line = '']) =>
        line.replaceAll('\\\\', '\\'),
      )
      const filled = segments.map((line) =>
        line.replaceAll('%s', '20261102').replace('PID_SEGMENT_PLACEHOLDER', MARGARET.pid),
      )
      const lines = told(bytesOf(filled.join('\r')))
      return [lines[0], lines.some((line) => line.startsWith('NHS number')) ? 'an NHS number' : 'none']
    })
    const expected = [
      ['AA', 'none'],
      ['AE 101 OBR-3', 'none'],
    ]
    expect(answers).toEqual(templates.length === 0 ? [] : expected)
  })
})
