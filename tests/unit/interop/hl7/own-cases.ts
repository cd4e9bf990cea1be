import { bytesOf, hl7Message, inWords, MARGARET, report } from '@/tests/factories/hl7-messages'

const PID = 'PID|1||ZT7^^^ZT101^MR||Ode^John'
const PERSON = ['AA', 'identifier ZT7 of ZT101 (MR)', 'name Ode, John', 'born absent', 'sex absent']
const TAKEN = 'taken 2026-11-02T08:15:00.000Z'
const REPORT = ['report CHEM REQ-9/26C0009 final', TAKEN]

const results = (lines: readonly string[], parts: Parameters<typeof hl7Message>[0] = {}, status = 'F') =>
  hl7Message({ ...parts, segments: [PID, ...report('CHEM^Chemistry^LN', lines, status)] })

/** Cases that no public message has. */
export const ownCases: readonly { what: string; ours: Uint8Array; oursSay: readonly string[] }[] = [
  {
    what: 'a report in words over many lines, blank ones among them',
    ours: bytesOf(
      hl7Message({
        segments: [
          PID,
          ...inWords('CTTAP^CT thorax', [
            'Clinical details: colon cancer.',
            '',
            'No liver lesion.',
            'Lungs clear.',
          ]),
        ],
      }).trimEnd(),
    ),
    oursSay: [
      ...PERSON,
      'report CTTAP REQ-9/26C0009 final',
      TAKEN,
      'text Clinical details: colon cancer.\n\nNo liver lesion.\nLungs clear.',
      'CTTAP “Clinical details: colon cancer.” final',
      '- final',
      '- “No liver lesion.” final',
      '- “Lungs clear.” final',
    ],
  },
  {
    what: 'lines of a report sent out of order',
    ours: bytesOf(results(['OBX|2|FT|T||second||||||F', 'OBX|1|FT|T||first||||||F'])),
    oursSay: [...PERSON, ...REPORT, 'text first\nsecond', 'T “second” final', 'T “first” final'],
  },
  {
    what: 'words where a number should be, and several numbers in one result',
    ours: bytesOf(
      results([
        'OBX|1|NM|E||None|mL/min|||||f',
        'OBX|2|NM|F||1~2|g/L|||||F',
        'OBX|3|ST|G||< 0.01|ug/L|||||F',
      ]),
    ),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'E unread “None” mL/min unknown',
      'problem of E: not_a_number',
      'problem of E: status_not_known',
      'F unread “1\n2” g/L final',
      'problem of F: several_values',
      'G “< 0.01” = <0.01 ug/L final',
    ],
  },
  {
    what: 'an NHS number that is none, two that differ, and one that is a dummy',
    ours: bytesOf(
      hl7Message({
        segments: [
          'PID|1||9990000027^^^NHS^NH~9990000018^^^NSTS01^NH~9990000026^^^&2.16.840.1.113883.2.1.4.1&ISO~9999999999^^^NHS||Ode^John',
          ...report('CHEM', []),
        ],
      }),
    ),
    oursSay: [
      'AA',
      'identifier 9990000027 of NHS (NH)',
      'identifier 9990000018 of NSTS01 (NH)',
      'identifier 9990000026 of ? (?)',
      'identifier 9999999999 of NHS (?)',
      ...PERSON.slice(2),
      'problem nhs_number_faulty',
      'problem nhs_numbers_differ',
      ...REPORT,
    ],
  },
  {
    what: 'a number that could be an NHS number and is not said to be',
    ours: bytesOf(
      hl7Message({ segments: ['PID|1||9990000026^^^ZT101^MR||Ode^John', ...report('CHEM', [])] }),
    ),
    oursSay: ['AA', 'identifier 9990000026 of ZT101 (MR)', ...PERSON.slice(2), ...REPORT],
  },
  {
    what: 'two messages in one frame',
    ours: bytesOf(hl7Message() + hl7Message({ controlId: 'ZT0002' })),
    oursSay: ['AE 100 MSH[2]'],
  },
  {
    what: 'two patients in one message',
    ours: bytesOf(
      hl7Message({ segments: [MARGARET.pid, ...report('CHEM', []), PID, ...report('CHEM', [])] }),
    ),
    oursSay: ['AE 100 PID[2]'],
  },
  {
    what: 'a patient without a report',
    ours: bytesOf(hl7Message({ segments: [PID] })),
    oursSay: ['AE 100 OBR'],
  },
  {
    what: 'a result before any report',
    ours: bytesOf(hl7Message({ segments: [PID, 'OBX|1|NM|A||1|g/L|||||F', ...report('CHEM', [])] })),
    oursSay: ['AE 100 OBX'],
  },
  {
    what: 'a second report without a code',
    ours: bytesOf(hl7Message({ segments: [PID, ...report('CHEM', []), ...report('', [])] })),
    oursSay: ['AE 101 OBR[2]-4'],
  },
  {
    what: 'a character that no text holds',
    ours: bytesOf(hl7Message().replace('Margaret', 'Marg\0ret')),
    oursSay: ['AE 102'],
  },
  {
    what: 'more wrong in it than anybody would read',
    ours: bytesOf(hl7Message({ segments: Array<string>(500).fill('PID|1') })),
    oursSay: Array.from({ length: 20 }, (_, place) => `AE 101 PID${place === 0 ? '' : `[${place + 1}]`}-3`),
  },
  {
    what: 'a character set that is not known',
    ours: bytesOf(hl7Message({ characterSet: 'JIS X 0208' })),
    oursSay: ['AR 103 MSH-18'],
  },
  {
    what: 'Latin-1 said to be ASCII',
    ours: bytesOf(hl7Message({ characterSet: 'ASCII', segments: [PID.replace('John', 'José')] }), 'latin1'),
    oursSay: ['AR 103 MSH-18'],
  },
  {
    what: 'Latin-1 without a word of it',
    ours: bytesOf(hl7Message({ segments: [PID.replace('John', 'José')] }), 'latin1'),
    oursSay: ['AR 103 MSH-18'],
  },
  {
    what: 'Latin-1 said to be Latin-1',
    ours: bytesOf(
      hl7Message({ characterSet: '8859/1', segments: [PID.replace('John', 'José'), ...report('CHEM', [])] }),
      'latin1',
    ),
    oursSay: ['AA', 'identifier ZT7 of ZT101 (MR)', 'name Ode, José', ...PERSON.slice(3), ...REPORT],
  },
  {
    what: 'an event that is not taken',
    ours: bytesOf(hl7Message({ type: 'ADT^A03' })),
    oursSay: ['AR 201 MSH-9'],
  },
  { what: 'no control id', ours: bytesOf(hl7Message({ controlId: '' })), oursSay: ['AR 101 MSH-10'] },
  {
    what: 'an unknown processing id',
    ours: bytesOf(hl7Message({ processingId: 'X' })),
    oursSay: ['AR 202 MSH-11'],
  },
]
