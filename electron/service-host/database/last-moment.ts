/** Asks for the moment of the last entry of the audit trail, below which the time of the books never falls. */
export const lastMoment = 'SELECT at FROM audit_entries ORDER BY sequence DESC LIMIT 1';
