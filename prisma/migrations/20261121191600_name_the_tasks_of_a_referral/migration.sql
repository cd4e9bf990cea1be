-- A team that somebody is referred to looks at them, and says whether it takes them on; declined, the team that referred them
-- finds another way.
alter type task_kind add value 'receive_referral';
alter type task_kind add value 'replace_declined_referral';
