-- Two laboratories use the same numbers: an order is told by its number and by who sent it. What came before has it put to its
-- number too, with what a person put right by hand since, or a later correction would not find it.
alter table result disable trigger result_is_a_fact;
alter table result no force row level security;
alter table inbound_message no force row level security;
alter table unmatched_result no force row level security;
with recursive sent as (
  select result.id, result.patient_id, message.sending_application, message.sending_facility
  from result join inbound_message as message on message.id = result.message_id where message.source = 'message'
  union
  select later.id, later.patient_id, sent.sending_application, sent.sending_facility
  from sent join result as later on later.patient_id = sent.patient_id and later.replaces_id = sent.id and later.source = 'by_hand'
)
update result set order_number = concat_ws(' ', order_number, nullif(sending_application, ''), nullif(sending_facility, ''))
from sent where result.id = sent.id and order_number is not null;
update unmatched_result set content = jsonb_set(content, '{orderNumber}', to_jsonb(
  concat_ws(' ', content ->> 'orderNumber', nullif(sending_application, ''), nullif(sending_facility, ''))))
from inbound_message as message
where message.id = unmatched_result.message_id and message.source = 'message' and settled_at is null and content ->> 'orderNumber' <> '';
alter table unmatched_result force row level security;
alter table inbound_message force row level security;
alter table result force row level security;
alter table result enable trigger result_is_a_fact;
