import { isDeepStrictEqual } from 'node:util'

/** What a writer was told, kept outside the database: the truth that must be found there after the crash. */
export type Attempt = {
  readonly kind: 'offer' | 'assessment' | 'plan'
  readonly submissionId: string
  readonly patientId: string
  /** Does it again, with the same submission id. */
  readonly repeat: () => Promise<Answer>
  /** What was answered; undefined where the connection broke first, and nobody knows whether it was done. */
  answer?: Answer
}

/** The id of the row that it made, as a command answers; or the page that a form leads on to. */
export type Answer = { id?: string; location?: string }

/** Repeats what was attempted. @returns a line for each that did not get its first answer again, or none */
export async function repeatAll(attempts: readonly Attempt[]): Promise<string[]> {
  const faults: string[] = []
  for (const attempt of attempts) faults.push(...(await repeatOne(attempt)))
  return faults
}

async function repeatOne(attempt: Attempt): Promise<string[]> {
  const what = `${attempt.kind} of submission ${attempt.submissionId}, repeated:`
  const before = attempt.answer
  try {
    const again = await attempt.repeat()
    attempt.answer ??= again
    if (!before || isDeepStrictEqual(before, again)) return []
    return [`${what} answered ${JSON.stringify(again)}, and ${JSON.stringify(before)} the first time`]
  } catch (error) {
    return [`${what} ${error instanceof Error ? `${error.name} ${error.message}` : String(error)}`]
  }
}
