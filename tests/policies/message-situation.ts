import type { Put, Situation } from './patient-situations'

/** A letter to the person that is being sent, one to the practice, and what stands against letters. */
export async function putMessages(put: Put, situation: Situation): Promise<void> {
  const { patientId, teamId, practiceId, messageId, sentMessageId } = situation
  await put(
    `insert into message (id, patient_id, team_id, channel, recipient, template, content, about, not_before) values ($1, $2, $3, 'letter', 'person', 'letter', '{}', 'one ' || $4, now())`,
    messageId,
    patientId,
    teamId,
    messageId,
  )
  await put(
    `insert into message_event (id, patient_id, message_id, kind) values ($1, $2, $3, 'handing_over')`,
    situation.messageEventId,
    patientId,
    messageId,
  )
  await put(
    `insert into message (id, patient_id, team_id, channel, recipient, recipient_team_id, template, content, about, not_before) values ($1, $2, $3, 'letter', 'practice', $4, 'letter', '{}', 'two ' || $5, now())`,
    sentMessageId,
    patientId,
    teamId,
    practiceId,
    sentMessageId,
  )
  await put(
    `insert into contact_block (id, patient_id, channel, reason, started_on) values ($1, $2, 'letter', 'wrong_address', current_date)`,
    situation.contactBlockId,
    patientId,
  )
}
