alter table message_event drop constraint message_event_says_why;
alter table message_event add constraint message_event_says_why check (
  kind not in ('stopped', 'failed', 'uncertain', 'withdrawn', 'told_otherwise', 'not_needed', 'not_delivered') or char_length(detail) >= 3);
drop index message_event_said_once;
create unique index message_event_said_once on message_event (message_id, kind)
  where kind in ('withdrawn', 'answered', 'read', 'delivered', 'not_delivered');

-- A practice says of its own letters that they were read, whoever the person is with now; nobody else says so.
create policy read_by_practice on message_event for insert to app with check (
  kind = 'read' and recorded_by_id = access.staff_id() and coalesce((
    select true from message
    where message.id = message_event.message_id and message.patient_id = message_event.patient_id
      and message.recipient_team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));
create policy read_by_practice_alone on message_event as restrictive for insert to app with check (
  kind <> 'read' or coalesce((
    select true from message where message.id = message_event.message_id
      and message.recipient_team_id = any ((select access.my_practice_teams())::uuid[]) limit 1), false));
