import { routes } from '@/lib/platform/routes'
import { getSummaryVersion, getSummaryVersionToPrint } from '@/lib/treatment-summaries/version-queries'
import { signedSummary } from '@/tests/factories/treatment-summaries'
import type { BenchCase } from './cases'
import { actorOf, type Viewer, type Viewers } from './sessions'
import { recorded, type Statement } from './statements'

export const SUMMARY_PAGE = 'treatment summary'
export const SUMMARY_PDF = 'treatment summary as PDF'

/** A version as the address of its page names it. */
type Wanted = { patientId: string; summaryId: string; number: string }

/** The letter of a signed summary, about four pages of A4, as a page and as a PDF: what printing costs beside reading. */
export function summaryCases({ clinicians }: Viewers): BenchCase[] {
  const signed = new Map<Viewer, Wanted>()
  const prepare = async () => {
    for (const viewer of clinicians) if (!signed.has(viewer)) signed.set(viewer, await signedBy(viewer))
  }
  const at = (turn: number) => {
    const viewer = clinicians[turn % clinicians.length]
    const wanted = viewer && signed.get(viewer)
    if (!wanted) throw new Error('no summary has been signed')
    return { viewer, wanted }
  }
  const reading = (
    name: string,
    pathOf: (patientId: string, summaryId: string, number: number) => string,
    read: (viewer: Viewer, wanted: Wanted) => Promise<unknown>,
  ): BenchCase => ({
    name,
    status: 200,
    oneWait: false,
    prepare,
    requests: async () => (turn) => {
      const { viewer, wanted } = at(turn)
      return { path: pathOf(wanted.patientId, wanted.summaryId, 1), headers: { cookie: viewer.cookie } }
    },
    statements: async () => {
      const recordings: Statement[][] = []
      for (const [turn] of clinicians.entries()) {
        const { viewer, wanted } = at(turn)
        recordings.push(await recorded(() => read(viewer, wanted)))
      }
      return (turn) => recordings[turn % recordings.length] ?? null
    },
  })
  return [
    reading(SUMMARY_PAGE, routes.treatmentSummaryLetter, async (viewer, wanted) =>
      getSummaryVersion(await actorOf(viewer), wanted),
    ),
    reading(SUMMARY_PDF, routes.treatmentSummaryLetterPdf, async (viewer, wanted) =>
      getSummaryVersionToPrint(await actorOf(viewer), wanted, 'letter'),
    ),
  ]
}

async function signedBy(viewer: Viewer): Promise<Wanted> {
  const patientId = viewer.patients[0]
  if (!patientId) throw new Error('nobody is in care')
  const { summary } = await signedSummary(await actorOf(viewer), patientId)
  return { patientId, summaryId: summary.id, number: '1' }
}
