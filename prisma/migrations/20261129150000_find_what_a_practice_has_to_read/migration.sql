-- The first few of what a practice has not read yet, and the last few of what it has, in the order of its page: found
-- without looking at everything that it was ever sent.
create index care_plan_share_unread on care_plan_share (team_id, shared_at, id) where seen_at is null;
create index care_plan_share_read on care_plan_share (team_id, shared_at desc, id) where seen_at is not null;
create index treatment_summary_delivery_unread on treatment_summary_delivery (team_id, sent_on, id) where seen_at is null;
create index treatment_summary_delivery_read on treatment_summary_delivery (team_id, sent_on desc, id) where seen_at is not null;
