/** HL7 table 0357, the codes that an acknowledgement of ours can carry. */
export const ERROR_WORDS = {
  '100': 'Segment sequence error',
  '101': 'Required field missing',
  '102': 'Data type error',
  '103': 'Table value not found',
  '200': 'Unsupported message type',
  '201': 'Unsupported event code',
  '202': 'Unsupported processing id',
  '203': 'Unsupported version id',
  '204': 'Unknown key identifier',
  '205': 'Duplicate key identifier',
  '206': 'Application record locked',
  '207': 'Application internal error',
} as const

export type ErrorCode = keyof typeof ERROR_WORDS

/** Where in the message: the nth segment of that name, and the field if it is about one. */
export type ErrorLocation = { segment: string; occurrence: number; field?: number }

/** One thing wrong with a message, for its sender. `reason` names no patient and quotes nothing of the message. */
export type Hl7Error = { code: ErrorCode; location: ErrorLocation | null; reason: string }

/** What MSA-1 says in original mode: taken, wrong in content, refused. */
export type AcknowledgementCode = 'AA' | 'AE' | 'AR'

/** What is answered to one message. Errors come with AE and AR only. */
export type Answer = { code: AcknowledgementCode; errors: readonly Hl7Error[] }

export const ACCEPTED: Answer = { code: 'AA', errors: [] }

/** The answer when storing failed: nothing was kept, and sending it again may help. */
export const NOT_STORED: Answer = {
  code: 'AE',
  errors: [{ code: '207', location: null, reason: 'The message could not be stored. Send it again' }],
}
