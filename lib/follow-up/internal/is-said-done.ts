/**
 * A condition in SQL on a row of `surveillance_test`: somebody said that the test was done, and nobody since that it was not.
 *
 * @param test the name under which the statement has the row
 */
export function isSaidDone(test: 'test' | 'done'): string {
  return `coalesce((select event.kind = 'done' from surveillance_test_event as event
    where event.test_id = ${test}.id and event.kind in ('done', 'not_attended')
    order by event.recorded_at desc, event.id desc limit 1), false)`
}
