/** Reads a time of day as people type it: '930', '9:30', '14', '14.05', '2359'; 'HH:MM', or `undefined`. */
export function parseTime(text: string): string | undefined {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\d{1,2})[:.时点h]?(\d{2})?分?$/.exec(
    plain.replace(/^(\d)(\d{2})$/, '0$1$2').replace(/^(\d{2})(\d{2})$/, '$1:$2'),
  );
  if (!match) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? '0');
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
