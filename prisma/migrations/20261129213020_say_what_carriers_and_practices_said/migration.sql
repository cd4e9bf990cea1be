-- A practice has read a letter; a carrier says, after it took a message, whether that arrived.
alter type task_kind add value 'read_letter';
alter type message_event_kind add value 'read';
alter type message_event_kind add value 'delivered';
alter type message_event_kind add value 'not_delivered';

-- The letters of a practice, newest first.
create index message_recipient_team_id_id_idx on message (recipient_team_id, id);
