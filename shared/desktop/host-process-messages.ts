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

/** What the sentence about a failed start names. */
export type StartFacts = Readonly<Record<string, string | number>>;

/** Host process → shell; `reason` is a code, `facts` what its sentence names, `detail` the words for the log. */
export type MessageFromHost =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'failed';
      readonly reason: string;
      readonly facts?: StartFacts;
      readonly detail: string;
    };

/** The message in `data` when the host process sent one we know, else null. */
export function readMessageFromHost(data: unknown): MessageFromHost | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null;
  if (data.kind === 'ready') return { kind: 'ready' };
  if (data.kind !== 'failed' || !('reason' in data) || !('detail' in data)) return null;
  const facts = 'facts' in data ? factsIn(data.facts) : {};
  return { kind: 'failed', reason: String(data.reason), facts, detail: String(data.detail) };
}

function factsIn(told: unknown): StartFacts {
  if (typeof told !== 'object' || told === null) return {};
  const facts = Object.entries(told).map(([name, value]) => [
    name,
    typeof value === 'number' ? value : String(value),
  ]);
  return Object.fromEntries(facts);
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
