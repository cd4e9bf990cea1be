/**
 * What must be open, worked out from the facts alone, in the plainest way: one question for each kind of task. For
 * people to whom nothing out of the ordinary happened: no voided fact, no second diagnosis, nothing moved or handed on.
 * $1: the NHS numbers; $2: today.
 */
const FACTS = `
  with person as (select id from patient where nhs_number = any ($1::text[]) and died_on is null),
  ask as (
    select distinct on (patient_id) * from assessment_offer order by patient_id, offered_on desc, recorded_at desc
  ),
  last as (
    select distinct on (patient_id) * from needs_assessment order by patient_id, completed_on desc, recorded_at desc
  ),
  triggered as (
    select patient_id, team_id, diagnosed_on as day, 31 as days from diagnosis
    union all select patient_id, team_id, ended_on, 42 from treatment where ended_on is not null
  ),
  counted as (
    -- Recorded and registered on the day of loading, so that nothing is asked for after its last day.
    select diagnosis.patient_id, care.team_id, diagnosed_on as day
    from diagnosis join care_relationship as care on care.patient_id = diagnosis.patient_id and care.ended_on is null
      join team on team.id = care.team_id and team.kind = 'practice'
    where voided_at is null and diagnosis.kind = 'primary' and icd10_code like 'C%' and icd10_code not like 'C44%'
  ),
  answered as (
    select patient_id, held_on as day from cancer_care_review
    union all select patient_id, "on" from review_fact where kind = 'declined'
    union all select later.patient_id, later."on" from review_fact as later join review_fact as earlier
      on earlier.patient_id = later.patient_id and earlier.kind = 'invited' and later."on" - earlier."on" >= 7
    where later.kind = 'invited' and $2::date - later."on" >= 7
  ),
  standing as (
    select plan.id, plan.patient_id, plan.team_id, plan.assessment_id, version.review_on
    from care_plan as plan left join lateral (
      select review_on from care_plan_version where care_plan_id = plan.id order by number desc limit 1) as version on true
  )`

const OWED = {
  offer_assessment: `
    select person.id, due.team_id, null::uuid as owner, due.day as due_on from person cross join lateral (
      select triggered.team_id, triggered.day + triggered.days as day from triggered
      where triggered.patient_id = person.id
        and not exists (select from assessment_offer as offer where offer.patient_id = person.id and offer.offered_on >= triggered.day - 14)
        and not exists (select from needs_assessment as done where done.patient_id = person.id and done.completed_on >= triggered.day - 14)
      union all
      select ask.team_id, ask.offered_on + 14 from ask
      where ask.patient_id = person.id and ask.outcome = 'undecided'
        and not exists (select from last where last.patient_id = person.id and last.completed_on >= ask.offered_on)
      order by day limit 1) as due`,
  record_assessment: `
    select person.id, ask.team_id, ask.recorded_by_id, ask.offered_on + 14 from person join ask on ask.patient_id = person.id
    where ask.outcome = 'accepted'
      and not exists (select from last where last.patient_id = person.id and last.completed_on >= ask.offered_on)`,
  agree_care_plan: `
    select person.id, last.team_id, null::uuid, last.completed_on + 14 from person join last on last.patient_id = person.id
    where not last.no_concerns and not exists (
      select from standing join care_plan_event as event on event.care_plan_id = standing.id
      where standing.assessment_id = last.id and event.kind in ('agreed', 'declined', 'unable'))`,
  review_care_plan: `
    select person.id, standing.team_id, null::uuid, standing.review_on from person join standing on standing.patient_id = person.id
    where standing.review_on is not null`,
  complete_action: `
    select person.id, action.team_id, action.owner_staff_id, action.due_on from person join action on action.patient_id = person.id
    where action.owner_kind <> 'practice' and not exists (
      select from action_event as event where event.action_id = action.id and event.kind <> 'opened')`,
  answer_practice_request: `
    select person.id, action.owner_team_id, null::uuid, action.due_on from person join action on action.patient_id = person.id
    where action.owner_kind = 'practice' and not exists (
      select from action_event as event where event.action_id = action.id and event.kind <> 'opened')`,
  read_shared_plan: `
    select person.id, share.team_id, null::uuid, (share.shared_at at time zone 'Europe/London')::date + 7
    from person join care_plan_share as share on share.patient_id = person.id where share.seen_at is null`,
  prepare_treatment_summary: `
    select person.id, treatment.team_id, null::uuid, max(treatment.ended_on) + 42
    from person join treatment on treatment.patient_id = person.id
    where treatment.ended_on is not null group by person.id, treatment.team_id, treatment.diagnosis_id`,
  hold_first_review: `
    select person.id, counted.team_id, null::uuid, counted.day + 93 from person join counted on counted.patient_id = person.id
    where $2::date <= counted.day + 93
      and not exists (select from answered where answered.patient_id = person.id)`,
  hold_second_review: `
    select person.id, counted.team_id, null::uuid, (counted.day + interval '12 months')::date
    from person join counted on counted.patient_id = person.id where $2::date <= counted.day + interval '12 months'
      and not exists (select from answered where answered.patient_id = person.id and answered.day > counted.day + 93)`,
  hold_agreed_review: `
    select person.id, review.team_id, null::uuid, review.next_review_on
    from person join cancer_care_review as review on review.patient_id = person.id where review.next_review_on is not null`,
  find_practice: `
    select person.id, diagnosis.team_id, null::uuid,
      $2::date - ($2::date - diagnosis.diagnosed_on) + ($2::date - diagnosis.diagnosed_on) % 14 + 14
    from person join diagnosis on diagnosis.patient_id = person.id
    where not exists (select from care_relationship as care join team on team.id = care.team_id
      where care.patient_id = person.id and team.kind = 'practice' and care.ended_on is null)`,
}

const union = Object.entries(OWED)
  .map(
    ([kind, owed]) =>
      `select '${kind}' as kind, owed.* from (${owed}) as owed (patient_id, team_id, owner, due_on)`,
  )
  .join(' union all ')

const LINES = `
  patient.nhs_number || ' ' || ledger.kind || ' ' || ledger.due_on || ' ' || team.code || ' ' || coalesce(staff.email, 'nobody') as line`
const NAMES = `
  join patient on patient.id = ledger.patient_id join team on team.id = ledger.team_id left join staff on staff.id = ledger.owner`

/** One line for each task that must be open, in order. */
export const EXPECTED_LEDGER = `${FACTS} select ${LINES} from (${union}) as ledger ${NAMES} order by line`

/** One line for each task that is open, in order; the same shape. */
export const LEDGER = `
  select ${LINES} from (select kind, patient_id, team_id, owner_staff_id as owner, due_on from task where closed_at is null) as ledger
  ${NAMES} where patient.nhs_number = any ($1::text[]) order by line`
