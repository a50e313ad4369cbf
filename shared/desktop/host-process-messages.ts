/** What the service host needs to know from the shell that starts it. */
export interface HostProcessSettings {
  /** Absolute folder of the database, the attachments and the backups. */
  readonly dataFolder: string;
}

/** Shell → host process; a service port travels with `port`. */
export type MessageToHost =
  | { readonly kind: 'start'; readonly settings: HostProcessSettings }
  | { readonly kind: 'port' }
  | { readonly kind: 'stop' };

/** Host process → shell; `reason` is a code, `detail` the words for the log. */
export type MessageFromHost =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string; readonly detail: string };

/** The message in `data` when the host process sent one we know, else null. */
export function readMessageFromHost(data: unknown): MessageFromHost | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'ready') return { kind: 'ready' };
  if (data.kind !== 'failed' || !('reason' in data) || !('detail' in data)) return null;
  return { kind: 'failed', reason: String(data.reason), detail: String(data.detail) };
}

/** The message in `data` when the shell sent one we know, else null. */
export function readMessageToHost(data: unknown): MessageToHost | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'port' || data.kind === 'stop') return { kind: data.kind };
  if (data.kind !== 'start' || !('settings' in data)) return null;
  const { settings } = data;
  if (typeof settings !== 'object' || settings === null) return null;
  if (!('dataFolder' in settings) || typeof settings.dataFolder !== 'string') return null;
  return { kind: 'start', settings: { dataFolder: settings.dataFolder } };
}
