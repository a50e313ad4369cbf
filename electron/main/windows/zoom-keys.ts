/** A key as Electron's `before-input-event` tells it. */
export interface PressedKey {
  readonly type: string;
  readonly key: string;
  readonly control: boolean;
  readonly alt: boolean;
}

/** The zoom level after a key, in Electron's steps around 0; null when the key is no zoom key. */
export function zoomLevelAfter(pressed: PressedKey, levelNow: number): number | null {
  if (pressed.type !== 'keyDown' || !pressed.control || pressed.alt) return null;
  switch (pressed.key) {
    case '+':
    case '=':
      return Math.min(levelNow + 0.5, 4);
    case '-':
      return Math.max(levelNow - 0.5, -2);
    case '0':
      return 0;
    default:
      return null;
  }
}
