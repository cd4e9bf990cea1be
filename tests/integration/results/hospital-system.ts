import { hl7Message } from '@/tests/factories/hl7-messages'

/** What a hospital system says of somebody. */
export type Said = {
  event?: string
  at?: string
  controlId?: string
  name?: string
  bornOn?: string
  sex?: string
  address?: string
  telephone?: string
  language?: string
  died?: string
  hasDied?: string
  practice?: string
  numbers?: string
  segments?: string[]
}

let sequence = 0
export const nextControlId = () => `ADT-${++sequence}`

/** An ADT of a hospital system: unless said otherwise it says who somebody is, and nothing more. */
export const adt = (nhsNumber: string, said: Said = {}) => {
  const { event, at, name, bornOn, sex, address, telephone, practice, segments, ...others } = {
    ...{ event: 'A08', at: '20260301120000', name: 'Smith^Anne', bornOn: '19610203', segments: [] },
    ...said,
  }
  const numbers = others.numbers ?? `${nhsNumber}^^^NHS^NH`
  const pid: (string | undefined)[] = [
    'PID',
    '1',
    '',
    numbers,
    '',
    name,
    '',
    bornOn,
    sex,
    '',
    '',
    address,
    '',
    telephone,
  ]
  pid[15] = others.language
  pid[29] = others.died
  pid[30] = others.hasDied
  return hl7Message({
    type: `ADT^${event}`,
    controlId: others.controlId ?? nextControlId(),
    sender: 'PAS',
    sentAt: at,
    segments: [
      `EVN|${event}|${at}`,
      Array.from(pid, (field) => field ?? '').join('|'),
      ...(practice === undefined ? [] : [`PD1|||${practice}`]),
      ...segments,
    ],
  })
}
