/** The lease on making pictures ahead, which the portal and `press pictures make` share. */
export const PICTURES_AHEAD_LEASE = 'pictures-ahead'
/** A process that died loses it after this time. */
export const PICTURES_AHEAD_LEASE_MS = 60_000
