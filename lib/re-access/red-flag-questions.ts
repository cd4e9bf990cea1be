import { z } from 'zod'
import { TUMOUR_GROUP_LABELS, type TumourGroup } from '@/lib/nhs/tumour-group'
import { parseReferenceData, repeatedPlaces } from '@/lib/platform/reference-data'

const TUMOUR_GROUPS = Object.keys(TUMOUR_GROUP_LABELS) as TumourGroup[]

const words = z.string().trim().min(1, 'must not be empty').max(400, 'must be 400 characters or fewer')

const question = z.strictObject({
  code: z.string().regex(/^[a-z][a-z_]*$/, 'must be in lower case with underscores'),
  /** Who is asked: everybody, or people with a cancer of one of these groups. */
  tumourGroups: z.union([z.literal('all'), z.array(z.enum(TUMOUR_GROUPS)).min(1, 'must name a group')]),
  /** What a yes means: 999 or A&E at once, or an answer that day. */
  urgency: z.enum(['emergency', 'same_day']),
  title: z.string().trim().min(1, 'must not be empty').max(80, 'must be 80 characters or fewer'),
  /** As it is read to the caller. */
  question: words,
  /** What the caller is told at once if the answer is yes. */
  tellCaller: words,
  forStaff: words,
  /** What to check the entry against. The words are ours. */
  source: z.strictObject({
    name: z.string().trim().min(1, 'must not be empty'),
    year: z.int().min(1990).max(2100).nullable(),
  }),
  /** How sure its writer was, from general clinical knowledge: no approval. */
  confidence: z.enum(['high', 'medium', 'low']),
})

const setSchema = z
  .strictObject({
    name: z.literal('red-flag-questions'),
    version: z.string().regex(/^\d{4}-\d{2}$/, 'must be a year and month'),
    /** What must be done before live use, for whoever loads the file. */
    approval: words,
    questions: z.array(question).min(1, 'must hold at least one'),
  })
  .superRefine(({ questions }, context) => {
    for (const place of repeatedPlaces(questions.map(({ code }) => code)))
      context.addIssue({ code: 'custom', path: ['questions', place, 'code'], message: 'is used twice' })
    if (!questions.some(({ tumourGroups, urgency }) => tumourGroups === 'all' && urgency === 'emergency'))
      context.addIssue({
        code: 'custom',
        path: ['questions'],
        message: 'ask nobody of an emergency that anybody can have',
      })
  })

/** One version of the red-flag questions. A deployment loads what its clinicians approve. */
export type RedFlagQuestions = z.infer<typeof setSchema>
export type RedFlagQuestion = RedFlagQuestions['questions'][number]

/**
 * The red-flag questions held in a reference file: codes unique, groups known, and some that everybody is asked.
 *
 * @throws ReferenceDataError naming every faulty question
 */
export function parseRedFlagQuestions(data: unknown): RedFlagQuestions {
  return parseReferenceData(setSchema, 'The set of red-flag questions', data)
}

/** The questions for somebody with cancers of these groups, emergencies first, otherwise in the order of the file. */
export function questionsFor(
  { questions }: RedFlagQuestions,
  groups: readonly TumourGroup[],
): RedFlagQuestion[] {
  const asked = questions.filter(
    ({ tumourGroups }) => tumourGroups === 'all' || tumourGroups.some((group) => groups.includes(group)),
  )
  return [
    ...asked.filter(({ urgency }) => urgency === 'emergency'),
    ...asked.filter(({ urgency }) => urgency !== 'emergency'),
  ]
}

/**
 * The questions in two turns: first what fits the person's own cancer, and every emergency; then the rest, which nothing
 * urgent hangs on and which may be left unasked.
 */
export function inTurns(questions: readonly RedFlagQuestion[]): {
  first: RedFlagQuestion[]
  rest: RedFlagQuestion[]
} {
  const isOwn = ({ tumourGroups }: RedFlagQuestion) => tumourGroups !== 'all'
  const isRest = (question: RedFlagQuestion) => !isOwn(question) && question.urgency !== 'emergency'
  const first = questions.filter((question) => !isRest(question))
  return {
    first: [...first.filter(isOwn), ...first.filter((question) => !isOwn(question))],
    rest: questions.filter(isRest),
  }
}
