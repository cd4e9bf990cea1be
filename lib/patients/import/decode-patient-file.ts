import { read, refused, type Parsed } from '@/lib/nhs/parsed'
import { PATIENT_FILE_BYTES } from '@/lib/patients/import/patient-file-limits'

/** First bytes of what people send in place of a CSV file: a workbook, an old workbook, a PDF, a compressed file. */
const OTHER_KINDS_OF_FILE = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x1f, 0x8b],
]

/**
 * The text of a patient file in UTF-8, without its byte order mark and without blank lines at either end,
 * or why it cannot be had.
 */
export function decodePatientFile(
  bytes: Uint8Array,
): Parsed<string, 'too_large' | 'not_csv' | 'wrong_encoding' | 'empty'> {
  if (bytes.length > PATIENT_FILE_BYTES) return refused('too_large')
  if (OTHER_KINDS_OF_FILE.some((start) => start.every((byte, place) => bytes[place] === byte))) {
    return refused('not_csv')
  }
  const text = decodeUtf8(bytes)?.trim()
  // A null character at the start is how UTF-16 without its mark looks when it is read as UTF-8.
  if (text === undefined || text.slice(0, 2).includes('\0')) return refused('wrong_encoding')
  return text === '' ? refused('empty') : read(text)
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
