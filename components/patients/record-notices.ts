import { lookUp } from '@/lib/platform/look-up'

const NOTICES: Readonly<Record<string, string>> = {
  'patient-registered': 'Patient registered',
  'record-joined':
    'Your team now has this person in care. Check the particulars: the record was there before',
  'already-in-care': 'This person was in the care of your team already. Nothing was changed',
  'particulars-changed': 'Particulars saved',
  'practice-changed': 'Registered practice saved',
  'death-recorded': 'Death recorded. Everything that was open is closed',
  'death-corrected': 'The death was taken back, and what it closed is open again',
  'communication-needs-changed': 'Communication needs saved',
  'diagnosis-recorded': 'Diagnosis recorded',
  'diagnosis-changed': 'Diagnosis saved',
  'diagnosis-voided': 'Diagnosis marked as recorded in error',
  'treatment-recorded': 'Treatment recorded',
  'treatment-changed': 'Treatment saved',
  'treatment-voided': 'Treatment marked as recorded in error',
  'treatment-phase-begun': 'Phase of treatment begun',
  'treatment-phase-ended': 'End of the phase of treatment saved',
  'performance-status-recorded': 'Performance status recorded',
  'performance-status-voided': 'Performance status marked as recorded in error',
  'about-me-told': 'About Me saved',
  'key-contact-added': 'Key contact added',
  'key-contact-changed': 'Key contact saved',
  'referral-accepted':
    'Your team has taken the person on. Add who does so to the key contacts if the person should know',
  'key-contact-ended': 'Key contact ended',
}

/** What was done, by the `done` of the address; whatever else it says is "Saved". */
export function noticeWords(done: string | string[]): string {
  return lookUp(NOTICES, done) ?? 'Saved'
}
