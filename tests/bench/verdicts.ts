import type { Ingest } from './hl7-ingest'
import type { Run } from './measure'
import type { Night } from './night'
import type { PageWeight } from './page-weight'
import { SUMMARY_PAGE, SUMMARY_PDF } from './summary-cases'

/** Targets, each a ratio inside one run or a size: absolute speeds are of one machine at one moment. */
const LEAST_PAGE_SHARE = 0.5
const MOST_PAGE_P95 = 2
const LEAST_FILING_SHARE = 0.3
const MOST_PDF_COST = 5
/** What may take up to so many times as long as the worklist. */
const BESIDE_WORKLIST = [
  'practice home',
  'reviews due',
  'first page of a review',
  'people on follow-up',
  'results to review',
  'review of a result',
  'drafting a summary',
]
const MOST_BESIDE_WORKLIST = 2
const MOST_GROWTH_P95 = 1.3
/** Of the worker for one person, beside one worklist page. */
const MOST_NIGHT_COST = 0.5
const MOST_LEDGER_SHARE = 0.1
const MOST_WORKLIST_BYTES = 9_000
const MOST_SCRIPT_BYTES = 20_000
const MOST_FORM_SCRIPT_BYTES = 45_000
const MOST_MEMORY_BYTES = 600_000_000
/** Over one connection, each acknowledged after its commit. The one speed that is absolute: laboratories do not slow down. */
const LEAST_MESSAGES_A_SECOND = 300

/** A figure beside what it must be. */
export type Verdict = { what: string; value: number; unit: string; must: string; isMet: boolean }

export type Measured = {
  /** By case: the medians. */
  pages: Readonly<Record<string, Run>>
  /** By case: p95 with many patients ÷ p95 with few. Empty where growth was not measured. */
  growth: Readonly<Record<string, number>>
  night: Night
  worklistBytes: number
  weights: readonly PageWeight[]
  memoryBytes: number
  /** Null where the data holds nobody whom results could be about. */
  ingest: Ingest | null
}

/** Every target with what was measured. */
export function verdicts(measured: Measured): Verdict[] {
  const floor = measured.pages['log-in page']
  return [
    ...['worklist page', 'record page'].flatMap((name) => pageVerdicts(name, measured.pages[name], floor)),
    ...shareVerdict('filing 12 concerns', measured.pages['filing 12 concerns'], floor, LEAST_FILING_SHARE),
    ...pdfVerdict(measured.pages[SUMMARY_PAGE], measured.pages[SUMMARY_PDF]),
    ...BESIDE_WORKLIST.flatMap((name) =>
      besideWorklist(name, measured.pages[name], measured.pages['worklist page']),
    ),
    ...nightVerdicts(measured.night, measured.pages['worklist page']),
    ...Object.entries(measured.growth).map(([name, ratio]) =>
      atMost(`${name}: p95 or time with ten times the patients`, ratio, '×', MOST_GROWTH_P95),
    ),
    atMost('worklist HTML in brotli', measured.worklistBytes / 1000, 'kB', MOST_WORKLIST_BYTES / 1000),
    ...weightVerdict('scripts above the framework, heaviest page', measured.weights, false),
    ...weightVerdict('scripts above the framework, heaviest page with a staff form', measured.weights, true),
    ...ingestVerdict(measured.ingest),
    atMost('web server and worker in memory', measured.memoryBytes / 1e6, 'MB', MOST_MEMORY_BYTES / 1e6),
  ]
}

function pageVerdicts(name: string, run: Run | undefined, floor: Run | undefined): Verdict[] {
  if (!run || !floor) return []
  return [
    ...shareVerdict(name, run, floor, LEAST_PAGE_SHARE),
    atMost(`${name}: p95 ÷ log-in page's`, run.p95 / floor.p95, '×', MOST_PAGE_P95),
  ]
}

/** What a request for the PDF costs the web server beside one for the page of the same letter. */
function pdfVerdict(page: Run | undefined, pdf: Run | undefined): Verdict[] {
  if (!page?.serverMs || !pdf?.serverMs) return []
  const cost = pdf.serverMs / page.serverMs
  return [atMost(`${SUMMARY_PDF}: processor time ÷ that of its page`, cost, '×', MOST_PDF_COST)]
}

function besideWorklist(name: string, run: Run | undefined, worklist: Run | undefined): Verdict[] {
  if (!run || !worklist) return []
  return [atMost(`${name}: p95 ÷ worklist page's`, run.p95 / worklist.p95, '×', MOST_BESIDE_WORKLIST)]
}

function nightVerdicts({ workerMs, ledgerSeconds, seconds }: Night, worklist: Run | undefined): Verdict[] {
  const share = atMost(
    'check of the ledger ÷ the nightly work',
    ledgerSeconds / seconds,
    '×',
    MOST_LEDGER_SHARE,
  )
  if (!worklist?.serverMs) return [share]
  const cost = workerMs / worklist.serverMs
  return [
    atMost("nightly work, a person: processor time ÷ a worklist page's", cost, '×', MOST_NIGHT_COST),
    share,
  ]
}

function shareVerdict(name: string, run: Run | undefined, floor: Run | undefined, least: number): Verdict[] {
  if (!run || !floor) return []
  const value = run.requestsPerSecond / floor.requestsPerSecond
  return [
    {
      what: `${name}: requests a second ÷ log-in page's`,
      value,
      unit: '×',
      must: `≥ ${least}`,
      isMet: value >= least,
    },
  ]
}

function weightVerdict(what: string, weights: readonly PageWeight[], hasForm: boolean): Verdict[] {
  const heaviest = weights.find((page) => page.hasForm === hasForm)
  if (!heaviest) return []
  const most = hasForm ? MOST_FORM_SCRIPT_BYTES : MOST_SCRIPT_BYTES
  return [atMost(`${what}: ${heaviest.route}`, heaviest.scriptBytes / 1000, 'kB', most / 1000)]
}

function ingestVerdict(ingest: Ingest | null): Verdict[] {
  const value = ingest?.together ?? 0
  const must = `≥ ${LEAST_MESSAGES_A_SECOND}`
  return [
    {
      what: 'HL7 messages a second over one connection',
      value,
      unit: '',
      must,
      isMet: value >= LEAST_MESSAGES_A_SECOND,
    },
  ]
}

function atMost(what: string, value: number, unit: string, most: number): Verdict {
  return { what, value, unit, must: `≤ ${most}`, isMet: value <= most }
}
