import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textsOfBlock } from '@/lib/documents/document-texts'
import { readingAge } from '@/tests/support/reading-age'
import { goldenText } from '../documents/golden-text'
import { goldenPath, PRINTED } from './golden-files'

/**
 * Writes the golden files anew, after a change that is meant; then look at what git says has changed:
 * RENEW_GOLDEN=yes node_modules/.bin/vitest run --config tests/vitest.config.ts --project=unit golden.test
 */
const isRenewed = process.env.RENEW_GOLDEN === 'yes'

const OLDEST_READING_AGE = 11

describe('what is printed', () => {
  it.each(PRINTED)('of $file is what it was', ({ file, document }) => {
    const text = goldenText(document)
    if (isRenewed) writeFileSync(goldenPath(file), text)
    expect(text).toBe(readFileSync(goldenPath(file), 'utf8'))
  })
})

/** Nothing is left out: names of people, of drugs and of what was cut count like any other words. */
describe('the whole of a person’s copy', () => {
  const copies = PRINTED.filter(({ file }) => file.endsWith('.person.txt'))
  it.each(copies)('$file has a reading age of eleven or less', ({ document }) => {
    const words = document.blocks.flatMap(textsOfBlock).join('\n')
    expect(readingAge(words)).toBeLessThanOrEqual(OLDEST_READING_AGE)
  })
})
