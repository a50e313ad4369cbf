import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { Popover, type PopoverProps } from 'antd';

interface PopOverProps extends Pick<
  PopoverProps,
  'placement' | 'destroyOnHidden' | 'title' | 'open' | 'onOpenChange'
> {
  readonly content: ReactNode;
  readonly children: ReactElement;
}

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), audio';

/**
 * A pop-up beside its button. The focus goes into the pop-up when it opens, Tab goes round in it, and closing gives the
 * focus back to the button: the pop-up stands at the end of the page, where Tab from the button would never lead.
 */
export function PopOver({ content, children, onOpenChange, ...rest }: PopOverProps) {
  const inside = useRef<HTMLDivElement>(null);
  const opener = useRef<Element | null>(null);
  const isWithin = (element: Element | null) => inside.current?.contains(element) ?? false;

  const change = (isOpen: boolean) => {
    if (isOpen) opener.current = document.activeElement;
    // Before the pop-up is hidden: a hidden element loses the focus to the page.
    else if (isWithin(document.activeElement) && opener.current instanceof HTMLElement)
      opener.current.focus({ preventScroll: true });
    onOpenChange?.(isOpen);
  };
  const enter = (isOpen: boolean) => {
    if (!isOpen || !inside.current || isWithin(document.activeElement)) return;
    (inside.current.querySelector<HTMLElement>(focusable) ?? inside.current).focus({ preventScroll: true });
  };
  const goRound = (event: KeyboardEvent) => {
    if (event.key !== 'Tab' || !inside.current) return;
    const stops = [...inside.current.querySelectorAll<HTMLElement>(focusable)];
    const [first, last] = [stops[0], stops.at(-1)];
    if (document.activeElement !== (event.shiftKey ? first : last) && stops.length > 0) return;
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  };
  return (
    <Popover
      {...rest}
      trigger="click"
      onOpenChange={change}
      afterOpenChange={enter}
      content={
        <div ref={inside} className="pop-over" role="group" tabIndex={-1} onKeyDown={goRound}>
          {content}
        </div>
      }
    >
      {children}
    </Popover>
  );
}
