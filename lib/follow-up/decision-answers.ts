import { formatDateForStaff } from '@/lib/nhs/date-format'
import { parseDateFields } from '@/lib/nhs/date-fields'
import type { FollowUpStream } from '@/lib/platform/prisma-client/enums'
import { STREAM_LABELS } from './labels'
import { NONE } from './none'

type Posted = Readonly<Record<string, string | readonly string[]>>

/** What a decision may answer, by the words that the form had. */
export type DecisionWords = {
  prerequisites: readonly { code: string; text: string }[]
  criteria: readonly { code: string; text: string }[]
  protocols: readonly { id: string; title: string }[]
  practice: string | null
}

export type Answer = { label: string; value: string }

const isStream = (text: string): text is FollowUpStream => Object.hasOwn(STREAM_LABELS, text)

/** A decision as it was typed, in the order of the form; what was not asked or left out is not said. */
export function decisionAnswers(posted: Posted, words: DecisionWords): Answer[] {
  const one = (name: string) => [posted[name] ?? ''].flat()[0] ?? ''
  const many = (name: string) => [posted[name] ?? []].flat().filter((code) => code !== '')
  const texts = (name: string, known: readonly { code: string; text: string }[]) =>
    many(name)
      .map((code) =>
        code === NONE ? 'None of these' : (known.find((item) => item.code === code)?.text ?? ''),
      )
      .join('; ')
  const stream = one('stream')
  const isHandedOver = stream === 'discharge_to_practice'
  const all: Answer[] = [
    { label: 'Done before', value: texts('prerequisites', words.prerequisites) },
    { label: 'Why go on without the rest', value: one('waivedBecause') },
    { label: 'Holds for the person', value: texts('criteria', words.criteria) },
    { label: 'What the person wants', value: one('wishes') },
    { label: 'Looks after themselves between tests', value: yesOrNo(one('canSelfManage')) },
    { label: 'Uses the internet for this', value: yesOrNo(one('isDigital')) },
    { label: 'Followed up', value: isStream(stream) ? STREAM_LABELS[stream].label : '' },
    ...(isHandedOver
      ? [{ label: `Letter to ${words.practice ?? 'the practice'}`, value: one('letter') }]
      : [
          {
            label: 'Tests by',
            value: words.protocols.find(({ id }) => id === one('protocol'))?.title ?? '',
          },
        ]),
    { label: 'Counted from', value: dayIn('anchorOn', one) },
    { label: 'Why the choice stands', value: one('standsBecause') },
    { label: 'Reasons', value: one('reasons') },
    { label: 'Decided on', value: dayIn('decidedOn', one) },
  ]
  return all.filter(({ value }) => value.trim() !== '')
}

function yesOrNo(answer: string): string {
  if (answer === 'yes') return 'Yes'
  return answer === 'no' ? 'No' : ''
}

function dayIn(name: string, one: (name: string) => string): string {
  const [day, month, year] = [one(`${name}-day`), one(`${name}-month`), one(`${name}-year`)]
  const parsed = parseDateFields({ day, month, year })
  return parsed.ok ? formatDateForStaff(parsed.value) : ''
}
