import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** The five characters that a message is cut by, as its own MSH-1 and MSH-2 say. */
export type Delimiters = {
  field: string
  component: string
  repetition: string
  escape: string
  subcomponent: string
}

export const USUAL_DELIMITERS: Delimiters = {
  field: '|',
  component: '^',
  repetition: '~',
  escape: '\\',
  subcomponent: '&',
}

/** A delimiter is one printing character that no name, number or time is written with. */
const CAN_DELIMIT = /^[!-/:-@[-`{-~]$/

/**
 * Reads MSH-1 and MSH-2, which stand behind the letters `MSH`. MSH-2 must have exactly four characters: a fifth or a
 * missing one would shift every field, so neither is guessed around. The five must differ.
 */
export function readDelimiters(header: string): Parsed<Delimiters, 'delimiters_not_usable'> {
  const field = header.charAt(3)
  const end = header.indexOf(field, 4)
  const characters = header.slice(4, end === -1 ? undefined : end)
  const [component = '', repetition = '', escape = '', subcomponent = ''] = characters
  const all = [field, component, repetition, escape, subcomponent]
  const usable =
    characters.length === 4 && all.every((one) => CAN_DELIMIT.test(one)) && new Set(all).size === all.length
  return usable
    ? read({ field, component, repetition, escape, subcomponent })
    : refused('delimiters_not_usable')
}

/** MSH-2. */
export function encodingCharacters(delimiters: Delimiters): string {
  return delimiters.component + delimiters.repetition + delimiters.escape + delimiters.subcomponent
}
