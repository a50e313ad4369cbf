/** The part of Electron's `ipcRenderer` that the doorway uses. */
export interface PageIpc {
  invoke(channel: string, argument?: unknown): Promise<unknown>;
  send(channel: string, argument?: unknown): void;
  on(channel: string, listener: PageIpcListener): unknown;
  removeListener(channel: string, listener: PageIpcListener): unknown;
}

/** Hears one message of the shell; `ports` are those sent along. */
export type PageIpcListener = (
  event: { readonly ports: readonly MessagePort[] },
  ...values: readonly unknown[]
) => void;
