const PERSON = 'patient.nhs_number, patient.title, patient.given_name, patient.family_name, patient.born_on'

/** The second window begins on the day after the first ends; the first is open from the diagnosis. */
const BEGUN = `(task.kind = 'hold_first_review' or exists (
  select from diagnosis join team on team.id = task.team_id
  where diagnosis.id = task.subject_id and diagnosis.patient_id = task.patient_id
    and diagnosed_on + team.review_first_days < $5::date))`

/**
 * Reviews that are owed, from the ledger. $1 teams, $2 kinds; $3 and $4 first and last day due, or null; $5 today;
 * $6 whether their windows have begun, or null; $7 rows, $8 how many to pass over. Named apart for either order. Team by
 * team and kind by kind, the index gives the order, so that no more is read than is shown.
 */
export const owedReviewsStatement = (sort: 'earliest' | 'latest') => {
  const order = sort === 'earliest' ? 'task.due_on, task.id' : 'task.due_on desc, task.id desc'
  return `
  select task.patient_id, ${PERSON}, task.kind::text, task.subject_id as diagnosis_id, task.due_on, task.has_begun,
    diagnosis.diagnosed_on, diagnosis.icd10_code, coalesce(invited.invitations, '[]') as invitations,
    diagnosis.diagnosed_on + task.first_days + 1 as second_opens_on
  from (
    select task.*, ${BEGUN} as has_begun,
      (select review_first_days from team where team.id = task.team_id) as first_days
    from unnest($1::uuid[]) as own (team_id) cross join unnest($2::task_kind[]) as asked (kind)
    cross join lateral (
      select * from task
      where task.team_id = own.team_id and task.kind = asked.kind and closed_at is null
        and ($3::date is null or due_on >= $3::date) and ($4::date is null or due_on <= $4::date)
        and ($6::boolean is null or ${BEGUN} = $6::boolean)
      order by ${order} limit $7::int + 1 + $8::int
    ) as task
    order by ${order} limit $7::int + 1 offset $8::int
  ) as task
  join patient on patient.id = task.patient_id
  join diagnosis on diagnosis.id = task.subject_id and diagnosis.patient_id = task.patient_id
  left join lateral (
    select jsonb_agg(jsonb_build_object('on', fact."on", 'channel', fact.channel) order by fact."on", fact.id) as invitations
    from review_fact as fact
    where fact.patient_id = task.patient_id and fact.diagnosis_id = task.subject_id and fact.kind = 'invited'
      and not exists (select from voided_fact as voided where voided.entity_id = fact.id)
  ) as invited on true
  order by ${order}`
}

/** How many reviews are owed: $1 teams, $2 kinds, $3 today. */
export const OWED_REVIEW_COUNTS = `
  select coalesce(sum(open) filter (where due_on < $3::date), 0)::int as overdue,
    coalesce(sum(open) filter (where due_on >= $3::date), 0)::int as later
  from task_count where scope = 'team' and scope_id = any ($1::uuid[]) and kind = any ($2::task_kind[]) and open > 0`

/**
 * What decides about the reviews of everybody registered who was diagnosed since a day. No ledger has what is not owed, so
 * it is reckoned, where not all is owed. $1 teams, $2 that day, $3 kinds.
 */
export const COURSES_SINCE = `
  select patient.id as patient_id, ${PERSON}, patient.died_on, care.started_on as registered_on, team.id as team_id,
    jsonb_build_object('firstDays', team.review_first_days, 'secondMonths', team.review_second_months,
      'firstLookBackMonths', team.review_first_look_back_months, 'secondLookBackMonths', team.review_second_look_back_months,
      'registrationMonths', team.review_registration_months, 'invitationGapDays', team.review_invitation_gap_days,
      'recordingNoticeDays', team.review_recording_notice_days) as standards,
    found.diagnoses, coalesce(step.steps, '[]') as steps
  from care_relationship as care
  join team on team.id = care.team_id
  join patient on patient.id = care.patient_id
  join lateral (
    select jsonb_agg(jsonb_build_object('id', diagnosis.id, 'kind', diagnosis.kind, 'icd10Code', diagnosis.icd10_code,
      'diagnosedOn', diagnosis.diagnosed_on, 'recordedOn', (diagnosis.recorded_at at time zone 'Europe/London')::date)) as diagnoses
    from diagnosis
    where diagnosis.patient_id = care.patient_id and diagnosed_on >= $2::date and voided_at is null
      and (select count(*) from task
        where task.subject_id = diagnosis.id and task.kind = any ($3::task_kind[]) and task.closed_at is null) < cardinality($3)
  ) as found on found.diagnoses is not null
  left join lateral (
    select jsonb_agg(jsonb_build_object('diagnosisId', happened.diagnosis_id, 'kind', happened.kind, 'on', happened.day,
      'channel', happened.channel) order by happened.day) as steps
    from (
      select fact.id, fact.diagnosis_id, fact.kind::text as kind, fact."on" as day, fact.channel
      from review_fact as fact where fact.patient_id = care.patient_id
      union all
      select review.id, review.diagnosis_id, 'reviewed', review.held_on, null
      from cancer_care_review as review where review.patient_id = care.patient_id
    ) as happened
    where not exists (select from voided_fact as voided where voided.entity_id = happened.id)
  ) as step on true
  where care.team_id = any ($1::uuid[]) and care.ended_on is null`

export const LOG_DUE_REVIEWS = `
  insert into access_log (event, detail, chain, sequence, at, actor_kind, previous_hash, hash)
  values ('due_reviews.viewed', $1::jsonb, 0, 0, now(), '', '', '')`
