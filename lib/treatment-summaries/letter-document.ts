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

/** What fits half a page of A4: diagnosis, treatment, intent, what is asked, when to call and whom, codes. */
export function letterFirstBlocks({ title, identity, versionLine, first }: LetterView): Block[] {
  const whose = identity.map(({ label, value }) => `${label} ${value}`).join(' · ')
  return [
    { kind: 'heading', level: 1, words: title },
    { kind: 'paragraph', words: [`${whose}\n`, { strong: versionLine }] },
    inBrief([
      { label: 'Diagnosis', value: first.diagnosis },
      { label: 'Treatment', value: first.treatment },
      { label: 'Intent', value: first.intent },
    ]),
    ...asked(first.asks),
    inBrief([
      { label: 'Call us if', value: first.callIf.join(' · ') },
      { label: 'Whom to call', value: first.call },
      ...toFile(first.codes),
    ]),
  ]
}

/** By the day on which it is due: a practice sees what comes first. */
function asked(asks: LetterView['first']['asks']): Block[] {
  if (asks.length === 0) return [{ kind: 'paragraph', words: 'Nothing is asked of the practice.' }]
  const byDay = new Map<string, string[]>()
  for (const { what, by } of asks) byDay.set(by, [...(byDay.get(by) ?? []), what])
  const facts = Array.from(byDay, ([by, what]): Fact => ({ label: by || 'Soon', value: what.join(' · ') }))
  return [{ kind: 'heading', level: 2, words: 'Please do by' }, inBrief(facts)]
}

function toFile(codes: LetterView['first']['codes']): Fact[] {
  if (codes.length === 0) return []
  return [{ label: 'File', value: codes.map(({ term, code }) => `${term}: ${code}`).join(' · ') }]
}

function inBrief(facts: readonly Fact[]): Block {
  return factsBlock(facts, { areNamesShort: true })
}

function changesBlocks({ number, changes }: LetterView): Block[] {
  if (number === 1) return []
  return listBlocks(2, 'What changed', changes.length > 0 ? changes : ['Signed again, unchanged'])
}
