/** Thrown when the program itself is wrong; never because of what a person typed. */
export class AssertionFailure extends Error {
  override readonly name = 'AssertionFailure';
}

/** Stops with `message` unless `condition` holds; stays on in production. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

/** Ends a union: the compiler refuses it while a case is missing. */
export function assertNever(value: never): never {
  throw new AssertionFailure(`unexpected case: ${JSON.stringify(value)}`);
}

/** The value, which the code around it knows to be there. */
export function present<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new AssertionFailure(`missing: ${what}`);
  return value;
}
