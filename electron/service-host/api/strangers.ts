import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** Enough for the pages of an office that are just opening; a browser keeps six. */
const strangersAtMost = 32;

/** Nobody asks anything; somebody is still sending what they ask; it is being answered. */
type State = 'idle' | 'sending' | 'answering';

/**
 * The connections on which nobody has shown a session yet. So many may be open; for another one the one that has been idle
 * longest goes, or has been sending longest. So whoever holds connections open keeps nobody out. Those that are being
 * answered stay, and those who are signed in are not counted.
 */
export class Strangers {
  /** In the order of their last sign of life. */
  readonly #open = new Map<Socket, State>();

  /** A connection was opened. */
  arrive(socket: Socket): void {
    this.#open.set(socket, 'idle');
    socket.once('close', () => this.#open.delete(socket));
    if (this.#open.size > strangersAtMost) this.#longestWaiting()?.destroy();
  }

  /** A call begins on the connection of a request. */
  follow(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    this.#note(socket, 'sending');
    request.once('end', () => this.#note(socket, 'answering'));
    response.once('close', () => this.#note(socket, 'idle'));
  }

  /** A call on the connection came with a session that holds. */
  recognise(socket: Socket): void {
    this.#open.delete(socket);
  }

  #note(socket: Socket, state: State): void {
    if (this.#open.delete(socket)) this.#open.set(socket, state);
  }

  #longestWaiting(): Socket | undefined {
    const open = [...this.#open];
    const found = (wanted: State) => open.find(([, state]) => state === wanted);
    return (found('idle') ?? found('sending'))?.[0];
  }
}
