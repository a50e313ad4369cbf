import type { Socket } from 'node:net';

/** Enough for the pages of an office that are just opening; a browser keeps six. */
const strangersAtMost = 32;

/**
 * The connections on which nobody has shown a session yet. So many may be open; for another one the one that has been idle
 * longest goes. So those who only hold connections open keep nobody out, and those who are signed in are not counted.
 */
export class Strangers {
  /** In the order of their last sign of life; with whether a call is under way. */
  readonly #open = new Map<Socket, boolean>();
  readonly #known = new WeakSet<Socket>();

  /** A connection was opened. */
  arrive(socket: Socket): void {
    this.#open.set(socket, false);
    socket.once('close', () => this.#open.delete(socket));
    if (this.#open.size > strangersAtMost) this.#longestIdle()?.destroy();
  }

  /** A call began on a connection, or ended. */
  note(socket: Socket, isCalling: boolean): void {
    if (this.#known.has(socket) || !this.#open.delete(socket)) return;
    this.#open.set(socket, isCalling);
  }

  /** A call on the connection came with a session that holds. */
  recognise(socket: Socket): void {
    this.#known.add(socket);
    this.#open.delete(socket);
  }

  #longestIdle(): Socket | undefined {
    const open = [...this.#open];
    const [first] = open.find(([, isCalling]) => !isCalling) ?? open[0] ?? [];
    return first;
  }
}
