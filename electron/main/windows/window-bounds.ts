import { readFileSync, writeFileSync } from 'node:fs';

/** Place and size of a window on the desktop, in device-independent pixels. */
export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isMaximized: boolean;
}

type Area = Pick<WindowBounds, 'x' | 'y' | 'width' | 'height'>;

/** The bounds kept in `file` when they still lie on one of `workAreas`, else null. */
export function readWindowBounds(file: string, workAreas: readonly Area[]): WindowBounds | null {
  const kept = parsedBounds(file);
  return kept !== null && workAreas.some((area) => isReachable(kept, area)) ? kept : null;
}

/** Keeps the bounds for the next start; a full disk is no reason not to close a window. */
export function keepWindowBounds(file: string, bounds: WindowBounds): void {
  try {
    writeFileSync(file, JSON.stringify(bounds));
  } catch {
    // The next window opens with its first size.
  }
}

function parsedBounds(file: string): WindowBounds | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null) return null;
    const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((key) => Number(Reflect.get(value, key)));
    if (!isPixel(x) || !isPixel(y) || !isPixel(width) || !isPixel(height) || width < 1 || height < 1)
      return null;
    return { x, y, width, height, isMaximized: Reflect.get(value, 'isMaximized') === true };
  } catch {
    return null;
  }
}

function isPixel(value: number | undefined): value is number {
  return Number.isSafeInteger(value) && Math.abs(Number(value)) < 100_000;
}

/** Enough of the title bar is on the screen to take hold of the window. */
function isReachable(bounds: WindowBounds, area: Area): boolean {
  const visibleWidth = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return visibleWidth >= 200 && bounds.y >= area.y && bounds.y <= area.y + area.height - 100;
}
