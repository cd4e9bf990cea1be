import { seen, touched, type Probes } from './probe'

/** Letters, emails, text messages, and who may not be contacted how. */
export const MESSAGE_PROBES = {
  message: {
    read: seen('message', ({ messageId }) => messageId),
    create: (context) => ({
      text: `insert into message (id, patient_id, team_id, channel, recipient, template, content, about, not_before) values (uuidv7(), $1, $2, 'email', 'person', 'please_call', '{}', 'three ' || $3, now())`,
      values: [context.patientId, context.teamId, context.messageId],
    }),
    update: (context) => ({
      text: `insert into message_event (id, patient_id, message_id, kind, detail) values (uuidv7(), $1, $2, 'withdrawn', 'Not needed')`,
      values: [context.patientId, context.messageId],
    }),
  },
  sent_message: {
    read: seen('message', ({ sentMessageId }) => sentMessageId),
    create: (context) => ({
      text: `insert into message (id, patient_id, team_id, channel, recipient, recipient_team_id, template, content, about, not_before) values (uuidv7(), $1, $2, 'letter', 'practice', $3, 'letter', '{}', 'four ' || $4, now())`,
      values: [context.patientId, context.teamId, context.practiceId, context.messageId],
    }),
    update: (context) => ({
      text: `insert into message_event (id, patient_id, message_id, kind, recorded_by_id) values (uuidv7(), $1, $2, 'read', access.staff_id())`,
      values: [context.patientId, context.sentMessageId],
    }),
  },
  contact_block: {
    read: seen('contact_block', ({ contactBlockId }) => contactBlockId),
    create: (context) => ({
      text: `insert into contact_block (id, patient_id, reason, started_on) values (uuidv7(), $1, 'opted_out', current_date)`,
      values: [context.patientId],
    }),
    update: touched('contact_block', 'note', ({ contactBlockId }) => contactBlockId),
  },
} satisfies Record<string, Probes>
