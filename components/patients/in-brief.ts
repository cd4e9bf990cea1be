const LONGEST = 240

/** The beginning of a longer text, to be shown beside a link to all of it: its first line, at most 240 characters. */
export function inBrief(text: string): string {
  const [line = ''] = text.trim().split('\n')
  const characters = Array.from(line)
  const isWhole = line === text.trim() && characters.length <= LONGEST
  return isWhole ? line : `${characters.slice(0, LONGEST).join('').trimEnd()}…`
}
