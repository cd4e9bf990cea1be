import type { Block, LetterDocument } from '@/lib/documents/document'
import { factsBlock, listBlocks, sectionBlocks } from './document-blocks'
import type { Fact } from './document-view'
import type { LetterView } from './letter-view'

/** The practice's letter as a document: its page and its PDF are both made from this. */
export function letterDocument(view: LetterView): LetterDocument {
  return {
    title: view.title,
    language: 'en-GB',
    subject: `Letter to the practice. ${view.versionLine}`,
    organisation: view.organisation,
    identifiers: view.identifiers,
    blocks: [
      ...letterFirstBlocks(view),
      ...changesBlocks(view),
      { kind: 'heading', level: 2, words: 'In detail' },
      ...sectionBlocks(view.sections, 3),
    ],
  }
}

/** What fits half a page of A4, what is asked of the practice before anything else. */
export function letterFirstBlocks({ title, identity, versionLine, first }: LetterView): Block[] {
  const whose = identity.map(({ label, value }) => `${label} ${value}`).join(' · ')
  return [
    { kind: 'heading', level: 1, words: title },
    { kind: 'paragraph', words: [`${whose}\n`, { strong: versionLine }] },
    { kind: 'heading', level: 2, words: 'Please' },
    asked(first),
    { kind: 'heading', level: 2, words: 'In brief' },
    inBrief([
      { label: 'Diagnosis', value: first.diagnosis },
      { label: 'Treatment', value: first.treatment },
      { label: 'Intent', value: first.intent },
      { label: 'Call us if', value: first.callIf.join(' · ') },
      { label: 'Whom to call', value: first.call },
      ...filed(first),
    ]),
  ]
}

/** By the day on which it is due, so that a practice sees what comes first. */
function asked({ asks }: LetterView['first']): Block {
  const byDay = new Map<string, string[]>()
  for (const { what, by } of asks) byDay.set(by, [...(byDay.get(by) ?? []), what])
  const facts = Array.from(byDay, ([by, what]): Fact => ({
    label: by ? `By ${by}` : 'Soon',
    value: what.join(' · '),
  }))
  return facts.length === 0 ? NOTHING_ASKED : inBrief(facts)
}

function filed({ codes }: LetterView['first']): Fact[] {
  const value = codes.map(({ term, code }) => `${term}: ${code}`).join(' · ')
  return value ? [{ label: 'File', value }] : []
}

const NOTHING_ASKED: Block = { kind: 'paragraph', words: 'Nothing is asked of the practice.' }

function inBrief(facts: readonly Fact[]): Block {
  return factsBlock(facts, { areNamesShort: true })
}

function changesBlocks({ number, changes }: LetterView): Block[] {
  if (number === 1) return []
  return listBlocks(2, 'What changed', changes.length > 0 ? changes : ['Signed again, unchanged'])
}
