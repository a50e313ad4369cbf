import type { ReactNode } from 'react';
import { Button, Tooltip } from 'antd';
import type { MessageKey } from '../app/text.ts';
import { useText } from '../app/text.ts';
import type { Preparing } from './use-preparing.ts';

/** A sign in the bar of a list that begins work upon the whole of it. */
export function ListButton({
  label,
  pendingLabel,
  keys = '',
  icon,
  preparing: { start, isPending },
}: {
  readonly label: MessageKey;
  readonly pendingLabel: MessageKey;
  /** The key that does the same, as it is written. */
  readonly keys?: string | undefined;
  readonly icon: ReactNode;
  readonly preparing: Preparing;
}) {
  const t = useText();
  return (
    <Tooltip title={isPending ? t(pendingLabel) : `${t(label)} ${keys}`.trim()}>
      <Button
        type="text"
        size="small"
        icon={icon}
        aria-label={t(label)}
        aria-disabled={isPending}
        onClick={start}
      />
    </Tooltip>
  );
}
