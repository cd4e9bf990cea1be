import { asActor } from '@/lib/access/as-actor'
import type { LinkActor } from '@/lib/access/link-actor'
import { answerByLink } from '@/lib/practice-requests/answer-by-link'
import { listRequestsOfSummary } from '@/lib/practice-requests/list-requests'
import type { PracticeRequestView } from '@/lib/practice-requests/request'
import { getSummaryLinks } from '@/lib/treatment-summaries/link-queries'
import { askedOfPractice } from '@/tests/factories/practice-requests'
import { issuedLink, openedLink } from '@/tests/factories/document-links'
import { signedSummary } from '@/tests/factories/treatment-summaries'
import { makeSetting } from '../care-plans/setting'
import { answerTo } from '../practice-requests/setting'

export const BORN_ON = '1961-02-03'

/** What tests of links start from: signed summaries, sent to a practice, with a link to each. */
export async function makeLinkSetting() {
  const setting = await makeSetting()
  const { clinician, breast, practice, database } = setting
  /** A signed summary that asks the practice one thing beside its own. */
  const sent = async () => {
    const patientId = await setting.patient()
    const { summary } = await signedSummary(clinician, patientId)
    const place = { patientId, teamId: breast, practiceTeamId: practice }
    const [bones] = await askedOfPractice(clinician, place, { summaryId: summary.id })
    if (!bones) throw new Error('nothing was asked')
    return { patientId, summaryId: summary.id }
  }
  const requestsOf = async (actor: LinkActor): Promise<PracticeRequestView[]> =>
    asActor(actor, (tx) => listRequestsOfSummary(tx, actor.summaryId))
  return {
    ...setting,
    sent,
    requestsOf,
    /** A signed summary with a link to it. */
    async linked() {
      const place = await sent()
      return { ...place, ...(await issuedLink(clinician, place)) }
    },
    /** As `linked`, opened. */
    async opened() {
      const place = await sent()
      const link = await issuedLink(clinician, place)
      return { ...place, ...link, actor: await openedLink(link.secret, BORN_ON) }
    },
    /** Answers a request by a link; without a change, that it will be done. */
    answer: (actor: LinkActor, request: PracticeRequestView, change = {}) =>
      answerByLink(actor, answerTo(request, change)),
    /** The links of a summary, as its team sees them. */
    linksOf: async (place: { patientId: string; summaryId: string }) =>
      (await getSummaryLinks(clinician, place)).links,
    /** What happened to a link, as stored. */
    async kindsOf(linkId: string): Promise<string[]> {
      const { rows } = await database.superuser.query<{ kind: string }>(
        'select kind::text from document_link_event where link_id = $1 order by id',
        [linkId],
      )
      return rows.map(({ kind }) => kind)
    },
    /** The access log of a patient, with who and of which link. */
    async logOf(patientId: string, event: string) {
      const { rows } = await database.pools.auditor.query<{
        actor_kind: string
        staff_id: string | null
        session_id: string | null
        detail: Record<string, unknown>
      }>(
        'select actor_kind, staff_id, session_id, detail from access_log where patient_id = $1 and event = $2 order by id',
        [patientId, event],
      )
      return rows
    },
  }
}

export type LinkSetting = Awaited<ReturnType<typeof makeLinkSetting>>
