/** Idle time after which the session of a link ends. The database has the same in access.link_idle_limit(). */
export const LINK_IDLE_MINUTES = 30

/** However active, it ends after this: access.link_session_limit(). */
export const LINK_SESSION_HOURS = 2
