import 'server-only'
import newest from '@/prisma/reference/cancer-care-review-template/2026-11.json' with { type: 'json' }
import { parseReviewTemplate } from '../review-template'

/** The template that is in force. What was recorded by an earlier one keeps its words in the review. */
export const currentTemplate = parseReviewTemplate(newest)
