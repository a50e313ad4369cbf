import { startHost } from '#host/host.ts';
import { useCheapHashes } from '#host/modules/people/passwords.ts';
import { madeOnce } from '#tests/support/made-once.ts';
import { fillBooks, setUpBooks } from './story-books.ts';

/**
 * The data folder of an office that has begun: firm, people, a part with stock, a customer and their bus. Made once in a
 * run, and copied by each story. The hashes of its passwords are cheap ones: a hash carries its own cost, and people sign
 * in often here.
 */
export function filledBooks(): Promise<string> {
  return madeOnce('filled-books', async (dataFolder) => {
    useCheapHashes();
    const host = await startHost({ dataFolder });
    const server = await host.serveHttp({ port: 0 });
    await setUpBooks(server.address);
    await fillBooks(server.address);
    await server.close();
    await host.close();
  });
}
