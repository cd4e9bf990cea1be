import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import {
  FollowUpStream,
  PathwayEventKind,
  SurveillanceTestEventKind,
  ToldBy,
} from '@/lib/platform/prisma-client/enums'
import { DECISION_STAGES } from './decision-stages'
import { NONE } from './none'
import { ENDS_TO_CHOOSE, stepFaults } from './pathway-steps'
import { withFaults } from '@/lib/platform/form-faults'
import {
  choiceField,
  dateField,
  idField,
  optionalDateField,
  requiredText,
  textField,
  versionField,
} from '@/lib/platform/form-fields'

const past = { notAfter: today }

/** Fewer characters explain nothing; the database keeps none either. */
const SHORTEST_REASON = 3

const LONGEST_NOTE = 5000
const LONGEST_LETTER = 20_000

/** Checkboxes of one name: none, one or several. */
const ticked = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((posted) => [posted ?? []].flat().filter((code) => code !== ''))

const reasonField = (subject: string, required: string) =>
  requiredText(subject, required).refine((text) => text.trim().length >= SHORTEST_REASON, required)

/** In the order of the page, so that faults are listed in it. */
export const decideFollowUpSchema = z.object({
  patientId: idField,
  diagnosisId: idField,
  prerequisites: ticked,
  waivedBecause: textField('Why go on without'),
  criteria: ticked
    .refine((codes) => codes.length > 0, 'Select what holds, or that nothing does')
    .refine(
      (codes) => codes.length < 2 || !codes.includes(NONE),
      'Select what holds, or “None of these”, not both',
    ),
  wishes: reasonField('What the person wants', 'Enter what the person wants'),
  canSelfManage: choiceField(
    ['yes', 'no'],
    'Select whether the person can look after themselves between tests',
  ),
  isDigital: choiceField(['yes', 'no'], 'Select whether the person uses the internet for this'),
  stream: z.enum(FollowUpStream, { error: 'Select how the person is followed up' }),
  /** Id of a protocol; empty where the practice takes over. */
  protocol: z.string().default(''),
  anchorOn: dateField('Day that tests are counted from', past),
  standsBecause: textField('Why the choice stands'),
  reasons: reasonField('Reasons', 'Enter the reasons for the decision'),
  decidedOn: dateField('Day of the decision', past),
  letter: textField('Letter to the practice', { limit: LONGEST_LETTER }),
})

/** The form: its answers are checked before they are recorded. */
export const decideFollowUpFormSchema = decideFollowUpSchema.extend({
  stage: z.enum(DECISION_STAGES).default('check'),
  returnTo: z.string().optional(),
})

export const recordTestStepSchema = z.object({
  patientId: idField,
  testId: idField,
  version: versionField,
  step: z.enum(SurveillanceTestEventKind, { error: 'Select what happened' }),
  on: dateField('Date', past),
  toldBy: z.literal('').or(z.enum(ToldBy)).default(''),
  note: textField('Note', { limit: LONGEST_NOTE }),
  returnTo: z.string().optional(),
})

/** In the order of the page. */
export const changePathwaySchema = withFaults(
  z.object({
    patientId: idField,
    pathwayId: idField,
    version: versionField,
    step: z.enum(PathwayEventKind, { error: 'Open the page again: this form is not complete' }),
    byOn: optionalDateField('Day to decide'),
    teamId: z
      .literal('')
      .or(z.uuid({ error: 'Select the team that takes over' }))
      .default(''),
    end: z
      .literal('')
      .or(z.enum(ENDS_TO_CHOOSE, { error: 'Select why follow-up ends' }))
      .default(''),
    letter: textField('Letter to the practice', { limit: LONGEST_LETTER }),
    on: dateField('Date', past),
    reason: reasonField('Reason', 'Enter the reason'),
  }),
  stepFaults,
)
