import { useEffect } from 'react';
import { useOpen } from './navigate.ts';
import { usePlaces } from './use-places.ts';

/** Opens what the desktop asks for: the screen for a call's number, the path of a notice that was clicked. */
export function useDesktopCalls(): void {
  const open = useOpen();
  const pathForCall = usePlaces().find((place) => place.pathForCall)?.pathForCall;
  useEffect(() => window.desktop?.onNoticeOpened((path) => open(path)), [open]);
  useEffect(() => {
    if (!pathForCall) return;
    return window.desktop?.onCallNumber((number) => open(pathForCall(number)));
  }, [open, pathForCall]);
}
