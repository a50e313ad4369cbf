/** The largest file that is attached to a record, in bytes. */
export const largestFileBytes = 20_000_000;

/** The kinds of file that are taken in as attachments. */
export const mediaTypes = [
  'image/jpeg',
  'image/png',
  'image/gif',
  'image/webp',
  'image/heic',
  'application/pdf',
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/wav',
  'audio/amr',
  'audio/ogg',
] as const;

/** The kind of file that a list is handed out as. */
export const sheetMediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
