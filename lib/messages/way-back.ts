import type { Block, List } from '@/lib/documents/document'
import { lowerFirst } from './labels'

/** How to come back to a team, and what for. */
export type WayBack = {
  teamName: string
  /** Null where the team has told us none. */
  telephone: string | null
  /** Red flags that cannot wait, by their titles; then those that are for the same day. */
  emergencies: readonly string[]
  sameDay: readonly string[]
}

/** Not urgent, and not to be left: what anybody after cancer is asked to say. Our own words, for local clinical approval. */
export const LASTS = [
  'a new lump or swelling',
  'pain that is new and does not go',
  'a cough that stays',
  'blood that should not be there',
  'weight loss without trying',
  'anything else new that worries you',
]

/** Where to ring, as the middle or the end of a sentence. */
export function callUs({ teamName, telephone }: Pick<WayBack, 'teamName' | 'telephone'>): string {
  return telephone ? `Call us on ${telephone}` : `Call the hospital and ask for the ${teamName}`
}

/** How to come back, in a few lines: for letters about one test. */
export function wayBackBlocks(wayBack: WayBack): Block[] {
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 2, words: 'If something worries you' },
        {
          kind: 'paragraph',
          words: `Do not wait for your next test. ${callUs(wayBack)}. We are there on working days, 9 am to 5 pm. You do not need to ask your GP first.`,
        },
        { kind: 'paragraph', words: 'If it cannot wait, call 111. In an emergency, call 999.' },
      ],
    },
  ]
}

/** What to watch for and whom to call about it. */
export function watchForBlocks(wayBack: WayBack): Block[] {
  return [
    { kind: 'heading', level: 2, words: 'What to watch for' },
    ...listed('Call 999 or go to A&E for any of these:', wayBack.emergencies.map(lowerFirst)),
    ...listed(`${callUs(wayBack)} the same day about any of these:`, wayBack.sameDay.map(lowerFirst)),
    ...listed('Call us if one of these lasts for two weeks or more:', LASTS),
  ]
}

function listed(lead: string, items: readonly string[]): Block[] {
  if (items.length === 0) return []
  const list: List = { kind: 'list', style: 'bulleted', items }
  return [{ kind: 'together', blocks: [{ kind: 'paragraph', words: lead }, list] }]
}
