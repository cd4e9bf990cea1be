/** A score as people read it. */
export function scoreWords(score: number | null): string {
  return score === null ? 'Not scored' : `${score} out of 10`
}
