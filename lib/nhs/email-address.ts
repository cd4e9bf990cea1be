import { read, refused, type Parsed } from '@/lib/nhs/parsed'

/** RFC 5321, section 4.5.3.1: the longest address that mail can be sent to. */
const EMAIL_ADDRESS_LIMIT = 254

const LOCAL_PART = /^[^\s@"(),:;<>[\\\]\p{Cc}\p{Cf}]{1,64}$/u
const DOMAIN_LABEL =
  /^[\p{Letter}\p{Mark}\p{Number}](?:[\p{Letter}\p{Mark}\p{Number}-]{0,61}[\p{Letter}\p{Mark}\p{Number}])?$/u

/**
 * Reads an email address, trimmed and in NFC, its case kept. Quoted names and bare host names are not taken:
 * nobody's own address has them, and mail systems read them in different ways.
 */
export function parseEmailAddress(text: string): Parsed<string, 'missing' | 'not_an_email_address'> {
  const address = text.trim().normalize('NFC')
  if (address === '') return refused('missing')
  const [local = '', domain = '', ...more] = address.split('@')
  const labels = domain.split('.')
  const wellFormed =
    more.length === 0 &&
    address.length <= EMAIL_ADDRESS_LIMIT &&
    LOCAL_PART.test(local) &&
    labels.length > 1 &&
    labels.every((label) => DOMAIN_LABEL.test(label))
  return wellFormed ? read(address) : refused('not_an_email_address')
}
