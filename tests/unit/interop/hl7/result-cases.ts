import { bytesOf, hl7Message, report } from '@/tests/factories/hl7-messages'
import type { SampleCase } from './sample-case'

const PID = 'PID|1||ZT7^^^ZT101^MR||Ode^John'
const PERSON = ['AA', 'identifier ZT7 of ZT101 (MR)', 'name Ode, John', 'born absent', 'sex absent']
const TAKEN = 'taken 2026-11-02T08:15:00.000Z'
const REPORT = ['report CHEM REQ-9/26C0009 final', TAKEN]

const results = (lines: readonly string[], parts: Parameters<typeof hl7Message>[0] = {}, status = 'F') =>
  hl7Message({ ...parts, segments: [PID, ...report('CHEM^Chemistry^LN', lines, status)] })

/** ORU messages that are taken. Whether their patient is known is not for the reading to say. */
export const resultCases: readonly SampleCase[] = [
  {
    sample: 'cosyte__hl7/canonical/oru-r01.hl7',
    says: [
      'AA',
      'identifier SSN of USA (SS)',
      'report CBC ORD001/FLR001 unknown',
      'problem report_status_not_known',
      'WBC 7.5 K/uL [4.0-11.0] N final',
      'HGB 14.2 g/dL [12.0-16.0] N final',
      'HCT 42.1 % [37.0-47.0] N final',
    ],
    ours: bytesOf(
      hl7Message({
        segments: [
          PID.replace('MR||', 'MR~SSN^^^USA^SS||'),
          ...report('FBC', ['OBX|1|NM|HGB||131|g/L|130 - 170|N|||F'], ''),
        ],
      }),
    ),
    oursSay: [
      'AA',
      'identifier ZT7 of ZT101 (MR)',
      'identifier SSN of USA (SS)',
      ...PERSON.slice(2),
      'report FBC REQ-9/26C0009 unknown',
      TAKEN,
      'problem report_status_not_known',
      'HGB 131 g/L [130 - 170] N final',
    ],
  },
  {
    sample: 'cosyte__hl7/canonical/oru-r01-sn-results.hl7',
    says: [
      'AA',
      'TSH >90 mIU/L [0.4-4.0] H final',
      'GLU 100 to 200 mg/dL [70-110] N final',
      'ABT 1:128 final',
    ],
    ours: bytesOf(
      results([
        'OBX|1|SN|TG||<^0.01|ug/L|||||F',
        'OBX|2|SN|GLU||^4^-^7|mmol/L|||||F',
        'OBX|3|SN|ANA||^1^:^160||||||F',
        'OBX|4|SN|X||^4^+||||||F',
        'OBX|5|SN|Y||<>^4||||||F',
      ]),
    ),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'TG <0.01 ug/L final',
      'GLU 4 to 7 mmol/L final',
      'ANA 1:160 final',
      'X unread “^4^+” final',
      'problem of X: not_a_number',
      'Y unread “<>^4” final',
      'problem of Y: not_a_number',
    ],
  },
  {
    sample: 'cosyte__hl7/edge-cases/escape-formatting.hl7',
    says: [
      'AA',
      'text indented\n\ncentered\nreflow\npreformatted\ncharset switch',
      'problem of NTE: other_character_set',
    ],
    ours: bytesOf(
      results([
        'OBX|1|TX|T||\\.in+4\\Bowel\\.sp2\\clear.\\.ce\\End\\.sk3\\here||||||F',
        'OBX|2|TX|T||\\M2442\\Kanji||||||F',
      ]),
    ),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'text Bowel\n\nclear.\nEnd   here\nKanji',
      'T “Bowel\n\nclear.\nEnd   here” final',
      'T “Kanji” final',
      'problem of T: other_character_set',
    ],
  },
  {
    sample: 'cosyte__hl7/text/highlight.hl7',
    says: ['AA', 'text Result is CRITICALLY HIGH and requires attention'],
    ours: bytesOf(results(['OBX|1|TX|T||Calcium is \\H\\very high\\N\\ today||||||F'])),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'text Calcium is very high today',
      'T “Calcium is very high today” final',
    ],
  },
  {
    sample: 'cosyte__hl7/text/hex-and-delimiters.hl7',
    says: ['AA', 'text Ratio 1^128 and unit mg|dL ends with !'],
    ours: bytesOf(results(['OBX|1|TX|T||1\\S\\160, a\\F\\b, R\\T\\D, \\R\\5 \\E\\ \\X48C3A921\\||||||F'])),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'text 1^160, a|b, R&D, ~5 \\ Hé!',
      'T “1^160, a|b, R&D, ~5 \\ Hé!” final',
    ],
  },
  {
    sample: 'cosyte__hl7/nte/obx-result-notes.hl7',
    says: [
      'AA',
      'note on patient: Patient fasted 12 hours prior to draw.',
      'GLU 120 mg/dL [70-110] H final',
      'note on GLU: Result verified against prior specimen.',
      'note on GLU: Hemolysis noted; may affect potassium interpretation.',
      'K 4.2 mmol/L [3.5-5.1] N final',
    ],
    ours: bytesOf(
      hl7Message({
        processingId: 'T',
        segments: [
          PID,
          'NTE|1||Fasting',
          ...report('CHEM', [
            'NTE|1||Haemolysed',
            'OBX|1|NM|NA||140|mmol/L|||||F',
            'NTE|1||Checked',
            'NTE|2||Again~and again',
            'OBX|2|NM|K||4.2|mmol/L|||||F',
          ]),
        ],
      }),
    ),
    oursSay: [
      ...PERSON,
      'note on patient: Fasting',
      ...REPORT,
      'note on report: Haemolysed',
      'NA 140 mmol/L final',
      'note on NA: Checked',
      'note on NA: Again\nand again',
      'K 4.2 mmol/L final',
    ],
  },
  {
    sample: 'rethinkhealth__hl7v2/oru-r01-lab.hl7',
    says: [
      'AA',
      'WBC 7.5 10*3/uL [4.5-11.0] N final',
      'HGB 14.2 g/dL [12.0-16.0] N final',
      'PLT 250 10*3/uL [150-400] N final',
    ],
    ours: bytesOf(results(['OBX|1|NM|WBC||7.50|10*9/L|4.0-11.0|N|||F'])),
    oursSay: [...PERSON, ...REPORT, 'WBC 7.50 10*9/L [4.0-11.0] N final'],
  },
  {
    sample: 'airslie__renalware-core/hl7_message_example.txt',
    says: [
      'AA',
      'identifier Z100002 of Dover (?)',
      'name RABBIT, MS JESSICA',
      'born 1948-09-22',
      'died 2010-10-10',
      'report XBC -/09B0099478 final',
      'CRE “23” = 23 final',
      'report AKI -/09B0099478 final',
      'AKI “3” = 3 final',
    ],
    ours: bytesOf(
      hl7Message({
        version: '2.3.1',
        segments: [
          'PID||9990000018^NHS|ZT7^^^Dover||Ode^John|||M|||||||||||||||||||||201010102359',
          'ORC|RE|1^PCS|2^LA||CM',
          'ORC|RE|^PCS|3^LA||CM',
          'OBR|1|^PCS||XBC^FBC^MB||||||||||||||||||||HM|F',
          'OBX|1|TX|CRE^CRE^HM||23||||||F',
          'OBR|1|^PCS|3^LA|AKI^AKI^MB||||||||||||||||||||HM|F',
          'OBX|1|TX|AKI^AKI^HM||3||||||F',
        ],
      }),
    ),
    oursSay: [
      'AA',
      'identifier ZT7 of Dover (?)',
      'name Ode, John',
      'born absent',
      'sex male',
      'died 2010-10-10',
      'report XBC -/3 final',
      'CRE “23” = 23 final',
      'report AKI -/3 final',
      'AKI “3” = 3 final',
    ],
  },
  {
    sample: 'nw-gmsa__nw-gmsa.github.com/ManchesterFoundationTrust/ORU_R01_PDF.txt',
    says: [
      'AA',
      'identifier 633 of R0A (MR)',
      'NHS number 9449305552',
      'name CHISLETT, Octavia',
      'born 2008-09-20',
      'report R240.1 1601737/1001166717 unknown',
      'taken 2019-05-14T08:20:00.000Z',
      '1054161000000101 PDF (not readable) final',
      'problem of 1054161000000101: document_not_readable',
    ],
    ours: bytesOf(
      results([
        'OBX|1|ED|PDF^Report||LAB^IM^PDF^Base64^JVBERi0x...||||||F',
        'OBX|2|ED|PDF^Report||LAB^AP^PDF^Base64^JVBERi0xLjcKJSVFT0YK||||||F',
        'OBX|3|ED|PDF^Report||LAB^AP^PDF^Base64^<Base64 encoded>||||||F',
        'OBX|4|ED|PDF^Report||LAB^AP^PDF^Base64^PGh0bWw+||||||F',
      ]),
    ),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'PDF PDF (not readable) final',
      'problem of PDF: document_not_readable',
      'PDF PDF (readable) final',
      'PDF PDF (not readable) final',
      'problem of PDF: document_not_readable',
      'PDF PDF (not readable) final',
      'problem of PDF: document_not_readable',
    ],
  },
  {
    sample: 'eerohele__pipehat/sample-v2.3-oru-r01-2.hl7',
    says: [
      'AA',
      '301.0500 10.1 10^9/L [3.1-9.7] H final',
      '301.0700 140 g/L [118-151] N final',
      '301.1900 125 10^9/L [147-375] L final',
      '301.2100 8.0 10^9/L [1.2-6.0] H final',
    ],
    ours: bytesOf(
      results(['OBX|1|NM|W1^White^L^6690-2^Leukocytes^LN|1|10.1|10\\S\\9/L|3.1-9.7|H||A~S|F', 'ZPR|1|x'], {
        version: '2.3',
        processingId: 'D',
      }),
    ),
    oursSay: [...PERSON, ...REPORT, 'W1 10.1 10^9/L [3.1-9.7] H final'],
  },
  {
    sample: 'microsoft__FHIR-Converter/LAB-ORU-1.hl7',
    says: [
      'AA',
      '11156-7 pending',
      '11273-0 4.06 tera.l-1 N preliminary',
      '20509-6 pending',
      '11125-2 221 giga.l-1 N final',
      'report 26464-8 855238581/890775544 unknown',
    ],
    ours: bytesOf(
      `\ufeff${results(['OBX|1|NM|A||||||||I', 'OBX|2|NM|B||4.1|g/L|||||P', 'OBX|3|NM|C||221|g/L|||||F', 'OBX|4|NM|D||""|g/L|||||F'], {}, 'P')}`,
    ),
    oursSay: [
      ...PERSON,
      'report CHEM REQ-9/26C0009 preliminary',
      TAKEN,
      'A pending',
      'B 4.1 g/L preliminary',
      'C 221 g/L final',
      'D g/L final',
      'problem of D: value_missing',
    ],
  },
  {
    sample: 'microsoft__FHIR-Converter/ORU-R01-RMGEAD.hl7',
    says: ['AA', 'identifier 555-44-4444 of ? (?)', '1554-5 182 mg/dl [70_105] H final'],
    ours: bytesOf(
      results(['OBX|1|SN|GLU||^9.8|mmol/L|4_7|H|||F', 'OBX|2|NM|K||4.1||||||F', 'OBX|3|ZZ|Q||a||||||F']),
    ),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'GLU 9.8 mmol/L [4_7] H final',
      'K 4.1 final',
      'problem of K: unit_missing',
      'Q unread “a” final',
      'problem of Q: value_type_not_known',
    ],
  },
  {
    sample: 'CDCgov__data-exchange-hl7/genV1/Genv1-Case-TestMessage8.HL7',
    says: ['AA', 'report PERSUBJ -/123453 cancelled', 'NOT109 13 Georgia cancelled', 'INV134 3 cancelled'],
    ours: bytesOf(results(['OBX|1|CWE|A||13^Georgia^X||||||F', 'OBX|2|SN|B||^3|d|||||F'], {}, 'X')),
    oursSay: [
      ...PERSON,
      'report CHEM REQ-9/26C0009 cancelled',
      TAKEN,
      'A 13 Georgia cancelled',
      'B 3 d cancelled',
    ],
  },
  {
    sample: 'CDCgov__data-exchange-hl7/ndss/Lyme_V1.0.2_TM_TC01.txt',
    says: ['AA', 'report 68991-9 -/TickborneLyme_TC01 final', '77977-7 15 d final', '11368-8 20180625 final'],
    ours: bytesOf(
      results([
        'OBX|1|TS|A||20180625||||||F',
        'OBX|2|CE|B||^Poor^L~C2^Fair^L||||||F',
        'OBX|3|TS|C||25/6/18||||||F',
      ]),
    ),
    oursSay: [
      ...PERSON,
      ...REPORT,
      'A 20180625 final',
      'B  Poor; C2 Fair final',
      'C unread “25/6/18” final',
      'problem of C: observed_time_not_readable',
    ],
  },
  {
    sample: 'CDCgov__data-exchange-hl7/ndss/Lyme_V1.0.2_TM_TC02_UpdateTC01.txt',
    says: ['AA', 'report 68991-9 -/TickborneLyme_TC02 corrected', '77977-7 15 d corrected'],
    ours: bytesOf(results(['OBX|1|NM|A||3|d|||||F', 'OBX|2|NM|B||3|d|||||P'], {}, 'C')),
    oursSay: [
      ...PERSON,
      'report CHEM REQ-9/26C0009 corrected',
      TAKEN,
      'A 3 d corrected',
      'B 3 d preliminary',
    ],
  },
]
