import type { MenuItemConstructorOptions } from 'electron';
import type { Language } from '#shared/domain/actor.ts';
import { translate } from '#shared/messages/translate.ts';

/** What was clicked with the right button: the part of Electron's `ContextMenuParams` that decides. */
export interface ClickedText {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly editFlags: {
    readonly canUndo: boolean;
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
  };
}

/** The menu of a text field or of marked text, empty where there is neither. */
export function editMenu(clicked: ClickedText, language: Language): MenuItemConstructorOptions[] {
  const { isEditable, selectionText, editFlags } = clicked;
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: translate(language, 'desktop.copy'),
    enabled: editFlags.canCopy,
  };
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy];
  return [
    { role: 'undo', label: translate(language, 'desktop.undo'), enabled: editFlags.canUndo },
    { type: 'separator' },
    { role: 'cut', label: translate(language, 'desktop.cut'), enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: translate(language, 'desktop.paste'), enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: translate(language, 'desktop.selectAll') },
  ];
}
