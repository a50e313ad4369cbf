/** Puts the cursor into the field of this name, or on its first button where nothing is typed, and brings it into view. */
export function goToField(within: Element | null, field: string): void {
  const place = within?.querySelector(`[data-field="${CSS.escape(field)}"]`);
  place?.scrollIntoView({ block: 'nearest' });
  const takers = place?.querySelectorAll<HTMLElement>('input, textarea, button') ?? [];
  [...takers].find((one) => one.getClientRects().length > 0)?.focus();
}
