/** Numbers of the tags of old parts, each on a line of its own. */
export function OldPartNumbers({ numbers }: { readonly numbers: string }) {
  if (numbers === '') return '—';
  return numbers.split(' ').map((number) => <div key={number}>{number}</div>);
}
