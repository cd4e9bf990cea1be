-- How many rows these give, for the planner. It took each to give a thousand, so that a record with three open tasks and two teams
-- was joined with every member of staff and every team there is.
set role access_rules;
alter function access.begin_request(text) rows 1;
alter function access.my_care(uuid) rows 2;
alter function access.care_team_of(uuid) rows 3;
alter function access.open_tasks_of(uuid) rows 8;
alter function access.review_course_of(uuid) rows 4;
alter function access.shared_review_outcomes(uuid) rows 2;
alter function access.most_overdue_tasks(uuid[], task_kind[], integer, date) rows 25;
alter function access.tasks_waiting(uuid[], task_kind, integer, date, uuid, boolean) rows 50;
alter function access.results_about(uuid[], uuid[]) rows 60;
alter function access.with_other_results(uuid[], uuid[]) rows 5;
alter function access.follow_up_by_name(text, date, integer, integer) rows 50;
-- The check of the ledger joins everybody's tests and tasks: with the memory of a request it goes through files on disk.
alter function access.follow_up_ledger() set work_mem = '64MB';
reset role;
