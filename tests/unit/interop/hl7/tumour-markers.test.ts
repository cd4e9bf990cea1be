import { describe, expect, it } from 'vitest'
import { isReleasable, type ResultStatus } from '@/lib/interop/hl7/result-status'
import {
  alphaFetoprotein,
  bytesOf,
  ca125,
  cea,
  hcg,
  hl7Message,
  MARGARET,
  psa,
  psaHistory,
  thyroglobulin,
} from '@/tests/factories/hl7-messages'
import { told } from './told'

const results = (message: string) =>
  told(bytesOf(message)).filter((line) => / (?:final|corrected|cancelled|preliminary)$/.test(line))

describe('tumour markers', () => {
  it('keep number, comparator, unit, range and flag as the laboratory wrote them', () => {
    const segments = [
      MARGARET.pid,
      ...psa('<0.01'),
      ...cea('12.40', { flag: 'H', notes: ['Roche assay', 'Please repeat'] }),
      ...ca125('>5000'),
      ...thyroglobulin('<^0.1', { type: 'SN' }),
      ...alphaFetoprotein('<2', { type: 'ST' }),
      ...hcg('1'),
    ]
    expect(told(bytesOf(hl7Message({ segments }))).filter((line) => !line.startsWith('taken'))).toEqual([
      'AA',
      'identifier ZT445566 of ZT101 (MR)',
      'identifier 9990000026 of NHS (NH)',
      'name Okafor, Mrs Margaret Ada',
      'NHS number 9990000026',
      'born 1958-03-04',
      'sex female',
      'address 14 Mill Lane Newtown ZZ99 3CZ',
      'telephone 01632 960145',
      'report PSA REQ-77/26BPSA0001 final',
      'PSA <0.01 ug/L [0.0 - 4.0] final',
      'report CEA REQ-77/26BCEA0001 final',
      'CEA 12.40 ug/L [<5] H final',
      'note on CEA: Roche assay',
      'note on CEA: Please repeat',
      'report CA125 REQ-77/26BCA1250001 final',
      'CA125 >5000 kU/L [0 - 35] final',
      'report TG REQ-77/26BTG0001 final',
      'TG <0.1 ug/L final',
      'report AFP REQ-77/26BAFP0001 final',
      'AFP “<2” = <2 kU/L [0 - 10] final',
      'report HCG REQ-77/26BHCG0001 final',
      'HCG 1 IU/L [0 - 5] final',
    ])
  })

  it('go from preliminary to final, corrected and cancelled under one filler number', () => {
    expect(psaHistory().map(results)).toEqual([
      ['report PSA REQ-77/26B0099 preliminary', 'PSA 0.04 ug/L [0.0 - 4.0] preliminary'],
      ['report PSA REQ-77/26B0099 final', 'PSA 0.05 ug/L [0.0 - 4.0] final'],
      ['report PSA REQ-77/26B0099 corrected', 'PSA 0.50 ug/L [0.0 - 4.0] corrected'],
      ['report PSA REQ-77/26B0099 cancelled', 'PSA ug/L [0.0 - 4.0] cancelled'],
    ])
  })
})

describe('a result', () => {
  const statuses: ResultStatus[] = [
    'pending',
    'partial',
    'preliminary',
    'unverified',
    'final',
    'corrected',
    'cancelled',
    'withdrawn',
    'unknown',
  ]

  it('may be released when it and its report are final or corrected, and never else', () => {
    const releasable = statuses.flatMap((report) =>
      statuses.filter((one) => isReleasable(report, one)).map((one) => `${report} ${one}`),
    )
    expect(releasable).toEqual(['final final', 'final corrected', 'corrected final', 'corrected corrected'])
  })
})
