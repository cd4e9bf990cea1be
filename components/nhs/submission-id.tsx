import { HiddenInput } from './hidden-input'

/**
 * Names this filling-in of the form, so that a repeat of the same post gets the first result again. Made on the
 * server at each showing of the page; a failed post keeps the one it had.
 */
export function SubmissionId() {
  return <HiddenInput name="submissionId" value={crypto.randomUUID()} />
}
