import { useText } from '../app/text.ts';

/** Takes a line off a list of lines. */
export function RemoveLine({
  name,
  skipped = false,
  onPress,
}: {
  /** Of the line, read out. */
  readonly name?: string | undefined;
  /** The Tab key passes it by. */
  readonly skipped?: boolean | undefined;
  readonly onPress: () => void;
}) {
  const t = useText();
  const label = [t('common.remove'), name].filter(Boolean).join(' ');
  return (
    <button
      type="button"
      className="link mut"
      aria-label={label}
      title={label}
      {...(skipped ? { tabIndex: -1 } : {})}
      onClick={onPress}
    >
      ×
    </button>
  );
}
