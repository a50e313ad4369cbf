import { parentPort } from 'node:worker_threads';

/* Stands in for the paper worker and does what the title of a paper tells it. */

let answered = 0;

parentPort?.on('message', ({ definition: { title } }: { definition: { title: string } }) => {
  if (title === 'exit') process.exit(3);
  if (title === 'throw') throw new Error('thrown in the worker');
  if (title === 'hang') for (;;);
  if (title === 'refuse') parentPort?.postMessage({ ok: false, error: new Error('not a paper') });
  else {
    answered += 1;
    parentPort?.postMessage({
      ok: true,
      result: { pdf: new TextEncoder().encode(`${title} ${answered}`), missingCharacters: [] },
    });
  }
});
