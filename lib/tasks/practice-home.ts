import 'server-only'
import { permitInOwn } from '@/lib/access/care-context'
import { teamsAs, type Actor } from '@/lib/access/actor'
import { hotRead } from '@/lib/access/hot-read'
import { addDays } from '@/lib/nhs/calendar-date'
import { today } from '@/lib/platform/clock'
import type { TaskKind } from '@/lib/platform/prisma-client/enums'
import { AGREED, AGREED_KINDS, type AgreedRow } from './agreed-in-reviews'
import type {
  RegisteredRow,
  RequestRow,
  ReviewRow,
  SentSummaryRow,
  SharedPlanRow,
  UnreadLetterRow,
} from './practice-home-rows'
import {
  COUNTS,
  LETTERS,
  LOG,
  PLANS,
  REGISTERED,
  REQUESTS,
  REVIEWS,
  SUMMARIES,
} from './practice-home-statements'

/** Rows of each list before "Show all". */
const PRACTICE_LIST_SIZE = 25

export type PracticeHome = {
  unseenPlans: number
  unreadSummaries: number
  unreadLetters: number
  /** Waiting for an answer. */
  openRequests: number
  /** Accepted and still to be done. */
  acceptedRequests: number
  /** Cancer care reviews that are overdue or due within four weeks. */
  reviewsDue: number
  reviews: ReviewRow[]
  /** What reviews agreed. */
  agreed: AgreedRow[]
  plans: SharedPlanRow[]
  summaries: SentSummaryRow[]
  letters: UnreadLetterRow[]
  requests: RequestRow[]
  registered: RegisteredRow[]
  hasMoreRegistered: boolean
}

/** What waits for an answer, and what the practice has said that it will do. */
const ASKED_KINDS: readonly TaskKind[] = [
  'answer_practice_request',
  'answer_summary_request',
  'complete_summary_request',
]

const LETTER_KINDS: readonly TaskKind[] = ['read_letter']

const REVIEW_KINDS: readonly TaskKind[] = ['hold_first_review', 'hold_second_review']

/** The most urgent of them; the list has the rest. */
const REVIEWS_SHOWN = 5

/** Reviews are arranged weeks ahead: these are looked at now. */
const REVIEW_NOTICE_DAYS = 28

/**
 * What a practice has to look at: plans and treatment summaries newly sent to it, what is asked of it, and who of its
 * people is under cancer care. One wait for the database.
 *
 * @param page of the registered people, from 1
 * @throws NotAllowed for somebody who works in no practice
 */
export async function getPracticeHome(actor: Actor, page: number): Promise<PracticeHome> {
  permitInOwn(actor, 'practice_home', 'read')
  const teams = teamsAs(actor, 'gp').map((team) => team.teamId)
  const soon = addDays(today(), REVIEW_NOTICE_DAYS)
  const [plans, summaries, letters, requests, reviews, agreed, registered, counts] = await hotRead<
    [
      SharedPlanRow[],
      SentSummaryRow[],
      UnreadLetterRow[],
      RequestRow[],
      ReviewRow[],
      AgreedRow[],
      RegisteredRow[],
      Count[],
      unknown[],
    ]
  >(
    actor,
    { name: 'practice-plans', text: PLANS, values: [teams, PRACTICE_LIST_SIZE] },
    { name: 'practice-summaries', text: SUMMARIES, values: [teams, PRACTICE_LIST_SIZE] },
    { name: 'practice-letters', text: LETTERS, values: [teams, PRACTICE_LIST_SIZE, LETTER_KINDS] },
    { name: 'practice-requests', text: REQUESTS, values: [teams, PRACTICE_LIST_SIZE, ASKED_KINDS] },
    { name: 'practice-reviews', text: REVIEWS, values: [teams, REVIEWS_SHOWN, REVIEW_KINDS, soon] },
    { name: 'practice-agreed', text: AGREED, values: [teams, PRACTICE_LIST_SIZE, AGREED_KINDS] },
    {
      name: 'practice-registered',
      text: REGISTERED,
      values: [teams, PRACTICE_LIST_SIZE, (page - 1) * PRACTICE_LIST_SIZE],
    },
    { name: 'practice-counts', text: COUNTS, values: [teams, soon] },
    { name: 'practice-log', text: LOG, values: [JSON.stringify({ page })] },
  )
  return {
    ...countsOf(counts),
    reviews,
    agreed,
    plans,
    summaries,
    letters,
    requests,
    registered: registered.slice(0, PRACTICE_LIST_SIZE),
    hasMoreRegistered: registered.length > PRACTICE_LIST_SIZE,
  }
}

type Count = { kind: string; open: number; soon: number }

function countsOf(counts: readonly Count[]) {
  const countOf = (kind: string) => counts.find((count) => count.kind === kind)?.open ?? 0
  const reviewCounts = counts.filter(({ kind }) => REVIEW_KINDS.some((review) => review === kind))
  return {
    reviewsDue: reviewCounts.reduce((sum, { soon: due }) => sum + due, 0),
    unseenPlans: countOf('read_shared_plan'),
    unreadSummaries: countOf('read_treatment_summary'),
    unreadLetters: countOf('read_letter'),
    openRequests: countOf('answer_practice_request') + countOf('answer_summary_request'),
    acceptedRequests: countOf('complete_summary_request'),
  }
}
