// Programs started by our scripts: they run to their end, and hear of it when they are to stop.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const secondsUntilForced = 20;
const startedBy = process.ppid;
let stopWished = false;

/** Whether the person, or whoever started us, wants us to end. */
export function isStopWished() {
  return stopWished;
}

/**
 * Runs a program with our output and without input, passes on the wish to stop, and answers with its exit code.
 * `onStart` is given the running child.
 */
export function runToEnd(file, parameters, { onStart, ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, parameters, { stdio: ['ignore', 'inherit', 'inherit'], ...options });
    const timers = [];
    let stopping = false;
    const stop = (signal) => {
      if (stopping) return;
      stopping = true;
      stopWished = true;
      // A key pressed at a terminal reaches the child by itself; a second signal could cut short its closing.
      const heardItself = signal !== 'SIGTERM' && (process.stdout.isTTY || process.platform === 'win32');
      if (!heardItself) child.kill('SIGTERM');
      else timers.push(setTimeout(() => child.kill('SIGTERM'), 5_000));
      timers.push(setTimeout(() => child.kill('SIGKILL'), secondsUntilForced * 1_000));
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, stop);
    const watch = setInterval(() => isAbandoned() && stop('SIGTERM'), 500);
    const leaveNothingBehind = () => child.kill('SIGTERM');
    process.once('exit', leaveNothingBehind);
    const finish = (settle) => {
      for (const signal of signals) process.off(signal, stop);
      process.off('exit', leaveNothingBehind);
      clearInterval(watch);
      timers.forEach(clearTimeout);
      settle();
    };
    child.once('error', (error) => finish(() => reject(error)));
    child.once('exit', (code, signal) => finish(() => resolve(code ?? 128 + constants.signals[signal])));
    onStart?.(child);
  });
}

/** npm does not pass a signal on through its shell: when it is ended, all we see is that our parent is another. */
function isAbandoned() {
  return (
    process.env.npm_lifecycle_event !== undefined &&
    process.platform !== 'win32' &&
    process.ppid !== startedBy
  );
}
