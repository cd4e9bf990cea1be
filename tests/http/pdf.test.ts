import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ROUTE_PURPOSES } from '@/lib/access/endpoints'
import { routes } from '@/lib/platform/routes'
import type { Cast } from '@/tests/journeys/accessibility/cast'
import { startStagedService, type StagedService } from './staged-service'
import { inviteVisitors, isForStaff, type Visitor } from './visitors'

const TEAM = ['a clinician of the team', 'a support worker of the team']
const SUMMARY = '/patients/[patientId]/treatment-summaries/[summaryId]/versions/[number]'

type PdfOnStage = {
  route: string
  address: (cast: Cast) => string
  openTo: readonly string[]
  fileName: string
}

const PDFS: readonly PdfOnStage[] = [
  {
    route: `${SUMMARY}/pdf`,
    address: (cast) => routes.treatmentSummaryLetterPdf(cast.patientId, cast.summaryId, 1),
    openTo: TEAM,
    fileName: 'treatment-summary-letter-version-1.pdf',
  },
  {
    route: `${SUMMARY}/person/pdf`,
    address: (cast) => routes.treatmentSummaryForPersonPdf(cast.patientId, cast.summaryId, 1),
    openTo: TEAM,
    fileName: 'your-treatment-summary-version-1.pdf',
  },
  {
    route: `${SUMMARY}/person/pdf`,
    address: (cast) => routes.treatmentSummaryForPersonLargePdf(cast.patientId, cast.summaryId, 1),
    openTo: TEAM,
    fileName: 'your-treatment-summary-version-1-large-print.pdf',
  },
  {
    route: '/practice/summaries/[deliveryId]/pdf',
    address: (cast) => routes.sentSummaryPdf(cast.deliveryId),
    openTo: ['a GP of the practice'],
    fileName: 'treatment-summary-letter-version-1.pdf',
  },
  {
    route: '/letters/pdf',
    address: (cast) => `${routes.lettersPdf()}?letter=${cast.letterId}`,
    openTo: TEAM,
    fileName: 'letters-to-post.pdf',
  },
  {
    route: '/patients/[patientId]/messages/[messageId]/pdf',
    address: (cast) => routes.messagePdf(cast.patientId, cast.letterId),
    openTo: TEAM,
    fileName: 'letter.pdf',
  },
  {
    route: '/practice/messages/[messageId]/pdf',
    address: (cast) => routes.sentMessagePdf(cast.sentLetterId),
    openTo: ['a GP of the practice'],
    fileName: 'letter.pdf',
  },
  {
    route: '/patients/[patientId]/follow-up/pathways/[pathwayId]/my-follow-up/pdf',
    address: (cast) => routes.ownFollowUpPdf(cast.patientId, cast.pathwayId),
    openTo: TEAM,
    fileName: 'my-follow-up.pdf',
  },
]

/** What a browser gets: whole, as redirects and bytes are. */
async function answerTo(address: string, cookie = '') {
  const response = await fetch(address, { headers: { cookie }, redirect: 'manual' })
  const bytes = Buffer.from(await response.arrayBuffer())
  return { status: response.status, headers: response.headers, bytes }
}

describe('every PDF', () => {
  let service: StagedService
  let visitors: Visitor[]
  beforeAll(async () => {
    service = await startStagedService()
    visitors = await inviteVisitors(service)
  })
  afterAll(() => service.stop())

  const addressOf = ({ address }: PdfOnStage) => `${service.origin}${address(service.cast)}`

  it('for staff is on the list that these tests go through', () => {
    const served = Object.keys(ROUTE_PURPOSES).filter(
      (route) => route.endsWith('/pdf') && isForStaff(ROUTE_PURPOSES[route]),
    )
    expect(new Set(PDFS.map(({ route }) => route))).toEqual(new Set(served))
  })

  it('leads to the log-in page without a session', async () => {
    for (const pdf of PDFS) {
      const { status, headers, bytes } = await answerTo(addressOf(pdf))
      expect([status, headers.get('location')], pdf.route).toEqual([307, routes.logIn()])
      expect(bytes.includes('%PDF')).toBe(false)
    }
  })

  it('opens to whom it is for, and is not found by anybody else as if it were not there', async () => {
    const wrong: string[] = []
    for (const pdf of PDFS)
      for (const { name, cookie } of visitors) {
        const { status, bytes } = await answerTo(addressOf(pdf), cookie)
        const nowhere = await answerTo(withUnknownIds(addressOf(pdf)), cookie)
        const isOpen = status === 200 && bytes.subarray(0, 5).toString() === '%PDF-'
        const isNowhere = status === 404 && nowhere.status === 404 && bytes.equals(nowhere.bytes)
        if (pdf.openTo.includes(name) ? !isOpen : !isNowhere) wrong.push(`${name} on ${pdf.route}: ${status}`)
      }
    expect(wrong).toEqual([])
  })

  it('is a file to keep whose name says nothing of anybody, and is kept nowhere else', async () => {
    for (const pdf of PDFS) {
      const cookie = visitors.find(({ name }) => pdf.openTo.includes(name))?.cookie
      const { headers } = await answerTo(addressOf(pdf), cookie)
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': `attachment; filename="${pdf.fileName}"`,
        'cache-control': expect.stringContaining('no-store'),
        'x-content-type-options': 'nosniff',
      })
    }
  })
})

function withUnknownIds(address: string): string {
  return address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, () => randomUUID())
}
