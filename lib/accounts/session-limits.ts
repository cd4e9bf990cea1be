/** Idle time after which a session ends (security bar: 15 to 20 minutes). The database has the same in access.idle_limit(). */
export const IDLE_MINUTES = 20

/** How long before that the person is warned. */
export const WARNING_MINUTES = 3

/** However active, a session ends after this: the cap of a shift. */
export const ABSOLUTE_HOURS = 12

/** How exactly the last use of a session is noted: access.begin_request writes it at most this often. */
export const TOUCH_MINUTES = 1
