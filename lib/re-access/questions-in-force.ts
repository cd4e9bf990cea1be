import newest from '@/prisma/reference/red-flag-questions/2026-11.json' with { type: 'json' }
import { parseRedFlagQuestions } from './red-flag-questions'

/** The red-flag questions that are asked now. */
export const newestQuestions = parseRedFlagQuestions(newest)
