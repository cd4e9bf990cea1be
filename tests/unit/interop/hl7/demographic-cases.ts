import { adtMessage, bytesOf, MARGARET } from '@/tests/factories/hl7-messages'
import type { SampleCase } from './sample-case'

const PLAIN_PID = 'PID|1||ZT7^^^ZT101^MR||Ode^John||19800101|M'
const PLAIN = ['AA', 'identifier ZT7 of ZT101 (MR)', 'name Ode, John', 'born 1980-01-01', 'sex male']
const plain = (event = 'A01', rest: readonly string[] = []) =>
  adtMessage(event, [PLAIN_PID, 'PV1|1|O', ...rest])

const MARGARET_SAYS = [
  'identifier ZT445566 of ZT101 (MR)',
  'identifier 9990000026 of NHS (NH)',
  'name Okafor, Mrs Margaret Ada',
  'NHS number 9990000026',
  'born 1958-03-04',
  'sex female',
  'address 14 Mill Lane Newtown ZZ99 3CZ',
  'telephone 01632 960145',
]

/** ADT messages that are taken. */
export const demographicCases: readonly SampleCase[] = [
  {
    sample: 'cosyte__hl7/canonical/adt-a01.hl7',
    says: [
      'AA',
      'name Doe, John Q',
      'born 1980-01-15',
      'address 123 Main St Boston 02101',
      'telephone 617 5551212',
    ],
    ours: bytesOf(adtMessage('A01', [MARGARET.pid, 'PV1|1|I|WARD^2^B^ZT101'])),
    oursSay: ['AA', ...MARGARET_SAYS],
  },
  {
    sample: 'cosyte__hl7/canonical/adt-a08.hl7',
    says: ['AA', 'identifier MRN-A08-001 of HOSP (MR)', 'address 789 Oak St Boston 02103'],
    ours: bytesOf(
      adtMessage('A08', [MARGARET.pid, 'PD1|||Newtown Surgery^^Z12345|G9990001^Akande^Ola^^^Dr']),
    ),
    oursSay: [
      'AA',
      ...MARGARET_SAYS,
      'practice Newtown Surgery Z12345 (ODS Z12345)',
      'GP Akande, Ola G9990001',
    ],
  },
  {
    sample: 'cosyte__hl7/canonical/adt-a40-merge.hl7',
    says: ['AA', 'merge MRN99002 into MRN99001'],
    ours: bytesOf(
      adtMessage('A40', [PLAIN_PID, 'MRG|ZT8^^^ZT101^MR||ACC8^^^ZT101^AN||||Ode^Jon', 'PV1|1|O']),
    ),
    oursSay: ['AA', 'merge ZT8 into ZT7', ...PLAIN.slice(1)],
  },
  {
    sample: 'cosyte__hl7/canonical/z-segments.hl7',
    says: ['AA', 'identifier MRN-Z-001 of HOSP (MR)'],
    ours: bytesOf(plain('A31', ['ZXX|1|ours^alone', 'ZYY|2'])),
    oursSay: PLAIN,
  },
  {
    sample: 'cosyte__hl7/vendor-quirks/unknown-segment.hl7',
    says: ['AA', 'identifier MRN-VQ-007 of HOSP (MR)'],
    ours: bytesOf(plain('A08', ['ZZZ|1|x'])),
    oursSay: PLAIN,
  },
  {
    sample: 'cosyte__hl7/edge-cases/crlf-line-endings.hl7',
    says: ['AA', 'identifier MRN-CRLF-001 of HOSP (MR)', 'sex male'],
    ours: bytesOf(plain().replaceAll('\r', '\r\n')),
    oursSay: PLAIN,
  },
  {
    sample: 'cosyte__hl7/edge-cases/lf-line-endings.hl7',
    says: ['AA', 'identifier MRN-LF-001 of HOSP (MR)', 'sex male'],
    ours: bytesOf(plain().replaceAll('\r', '\n')),
    oursSay: PLAIN,
  },
  {
    sample: 'cosyte__hl7/edge-cases/no-trailing-newline.hl7',
    says: ['AA', 'identifier MRN-NTN-001 of HOSP (MR)', 'sex male'],
    ours: bytesOf(adtMessage('A04', [PLAIN_PID]).trimEnd()),
    oursSay: PLAIN,
  },
  {
    sample: 'cosyte__hl7/edge-cases/custom-msh-delimiters.hl7',
    says: ['AA', 'identifier MRN-CMD-001 of HOSP (MR)', 'name Doe, John', 'born 1980-01-01'],
    ours: bytesOf(
      plain().replace(
        /[|^~\\&]/g,
        (one) => ({ '|': '@', '^': '~', '~': '&', '\\': '#', '&': '\\' })[one] ?? one,
      ),
    ),
    oursSay: PLAIN,
  },
  {
    sample: 'rethinkhealth__hl7v2/edge-custom-delimiters.hl7',
    says: ['AA', 'identifier 12345 of MRN (?)', 'name DOE, JOHN A'],
    ours: bytesOf(
      plain().replace(
        /[|^~\\&]/g,
        (one) => ({ '|': '#', '^': '!', '~': '@', '\\': '%', '&': '*' })[one] ?? one,
      ),
    ),
    oursSay: PLAIN,
  },
  {
    sample: 'cosyte__hl7/edge-cases/null-fields.hl7',
    says: ['AA', 'identifier MRN99999 of HOSP (MR)', 'name Doe, Jane', 'sex female'],
    ours: bytesOf(
      adtMessage('A04', [
        'PID|1|""|ZT7^^^ZT101^MR||Ode^Jane||""|F|""|""|""||""|""|||||||||||||||""',
        'PD1|||""',
      ]),
    ),
    oursSay: [
      'AA',
      'identifier ZT7 of ZT101 (MR)',
      'name Ode, Jane',
      'born cleared',
      'sex female',
      'address cleared',
      'telephone cleared',
      'died cleared',
      'practice cleared',
    ],
  },
  {
    sample: 'cosyte__hl7/vendor-quirks/mllp-framing-stripped.hl7',
    says: ['AA', 'identifier MRN-VQ-001 of HOSP (MR)'],
    ours: bytesOf(`\u000b${plain()}\u001c\r`),
    oursSay: PLAIN,
  },
  {
    sample: 'cosyte__hl7/vendor-quirks/encoding-mismatch.hl7',
    says: ['AA', 'identifier MRN-VQ-009 of HOSP (MR)'],
    ours: bytesOf(adtMessage('A08', [PLAIN_PID.replace('John', 'Jürgen')], { characterSet: 'UTF-8' })),
    oursSay: ['AA', 'identifier ZT7 of ZT101 (MR)', 'name Ode, Jürgen', 'born 1980-01-01', 'sex male'],
  },
  {
    sample: 'cosyte__hl7/charset/utf8-name.hl7',
    says: ['AA', 'name Zörb, Renée', 'name 山田, 太郎', 'born absent'],
    ours: bytesOf(
      adtMessage('A28', ['PID|1||ZT7^^^ZT101^MR||Sjöberg^Zoë^^^^^L~陳^美玲^^^^^P'], {
        characterSet: 'UNICODE UTF-8',
      }),
    ),
    oursSay: [
      'AA',
      'identifier ZT7 of ZT101 (MR)',
      'name Sjöberg, Zoë',
      'name 陳, 美玲',
      'born absent',
      'sex absent',
    ],
  },
  {
    sample: 'rethinkhealth__hl7v2/edge-non-ascii.hl7',
    says: ['AA', 'name MÜLLER, JOSÉ Ñ', 'address Straße der Einheit 42 München 80331'],
    ours: bytesOf(adtMessage('A08', [PLAIN_PID.replace('Ode', 'Łódzka')])),
    oursSay: ['AA', 'identifier ZT7 of ZT101 (MR)', 'name Łódzka, John', 'born 1980-01-01', 'sex male'],
  },
  {
    sample: 'cosyte__hl7/datetime/precision-year.hl7',
    says: ['AA', 'born 1970 (year)', 'sex female'],
    ours: bytesOf(adtMessage('A04', [PLAIN_PID.replace('19800101', '1980')])),
    oursSay: ['AA', 'identifier ZT7 of ZT101 (MR)', 'name Ode, John', 'born 1980 (year)', 'sex male'],
  },
  {
    sample: 'cosyte__hl7/vendor-shapes/epic/adt-a01.hl7',
    says: ['AA', 'identifier EPIC-00001 of HOSP.MRN (MR)', 'born 1980-01-15'],
    ours: bytesOf(adtMessage('A01', [PLAIN_PID], { sentAt: '11/02/2026 09:30:00' })),
    oursSay: PLAIN,
  },
  {
    sample: 'rethinkhealth__hl7v2/adt-a01-basic.hl7',
    says: ['AA', 'identifier 12345 of MRN (?)', 'name DOE, JOHN A', 'telephone 555-555-1234'],
    ours: bytesOf(adtMessage('A01', [PLAIN_PID.replace('ZT7^^^ZT101^MR', 'ZT7^^^MRN')])),
    oursSay: ['AA', 'identifier ZT7 of MRN (?)', ...PLAIN.slice(2)],
  },
  {
    sample: 'microsoft__FHIR-Converter/ADT04-23.hl7',
    says: ['AA', 'name BROS, MARIO', 'born 1985-01-01', 'telephone (555)555-0123', 'telephone (555)555-0124'],
    ours: bytesOf(
      `\ufeff${adtMessage('A04', ['PID|1||ZT7^^^^MR||Ode^John||19850101000000+0700|M|||||01632 960111^HOME~07700 900111^HOME'], { version: '2.3' })}`,
    ),
    oursSay: [
      'AA',
      'identifier ZT7 of ? (MR)',
      'name Ode, John',
      'born 1985-01-01',
      'sex male',
      'telephone 01632 960111',
      'telephone 07700 900111',
    ],
  },
  {
    sample: 'airslie__renalware-core/hl7/ADT28_test_file.hl7',
    says: ['AA', 'identifier N1 of ? (?)', 'name MOUSE, MS MINNIE M', 'born 1928-01-01', 'died 2018-01-01'],
    ours: bytesOf(
      adtMessage('A28', [
        'PID|1|9999999999^^^NHS|N1||Ode^Joan^M^^MS||1928-01-01|F|||||||||||||||||||||20180101|Y',
        'PD1|||Newtown Surgery, Newtown^GPPRC^P1|GP1^Akande^Ola^^^DR',
        'Z01|01632 960222',
      ]),
    ),
    oursSay: [
      'AA',
      'identifier N1 of ? (?)',
      'name Ode, MS Joan M',
      'born 1928-01-01',
      'sex female',
      'died 2018-01-01',
      'practice Newtown Surgery, Newtown P1 (ODS null)',
      'GP Akande, Ola GP1',
    ],
  },
]
