import 'server-only'
import type { Tx } from '@/lib/platform/database'
import { findRequests, newestOfEach } from './internal/request-rows'
import { viewRequests } from './internal/request-view'
import type { PracticeRequestView } from './request'

/**
 * What a signed summary asks of the practice, as it stands: each request once, in the order in which they were first
 * asked. For who has the patient open; a practice gets its own.
 */
export async function listRequestsOfSummary(tx: Tx, summaryId: string): Promise<PracticeRequestView[]> {
  return viewRequests(tx, newestOfEach(await findRequests(tx, { summaryId })))
}
