/** The built office server, run by Node. */
export const officeServerFile: string;
/** What Node is told for the server. */
export const officeServerFlags: readonly string[];
