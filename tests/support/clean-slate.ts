import { afterAll, vi } from 'vitest';

// Unit test files share a worker: a clock that one of them stopped must run again for the next.
afterAll(() => {
  vi.useRealTimers();
});
