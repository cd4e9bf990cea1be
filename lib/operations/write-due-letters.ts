import { writeDueLetters } from '@/lib/follow-up/write-due-letters'
import { logger } from '@/lib/platform/logger'
import { nameOfError } from './name-of-error'

const log = logger('follow-up')

/**
 * The nightly job: says how many letters and notices of follow-up were written, and for which pathways they could not be:
 * these wait for the next night, and the log has them.
 */
export async function writeLettersNightly(): Promise<void> {
  const written = await writeDueLetters({ job: 'write_letters' }, (pathway, error) =>
    log.error(
      { pathway, error: nameOfError(error) },
      'could not write the letters of a pathway that were due',
    ),
  )
  log.info({ written }, 'wrote the letters of follow-up that were due')
}
