import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Access } from '../domain/permissions.ts';
import * as field from './fields.ts';

/** What the host must know of a procedure before it runs it. */
export interface ProcedureMeta {
  readonly access: Access;
  /** Whether it changes something, and so carries an operation id. */
  readonly acts: boolean;
}

/** What a procedure takes that names no input of its own; anything else is refused, not passed over. */
const nothing = z.strictObject({}).optional();

const base = oc.$meta<ProcedureMeta>({ access: 'signedIn', acts: false }).$input(nothing);

/**
 * A question: changes nothing. One that hands out a list as a file, or opens a record with what is personal to a
 * customer, leaves a row in the audit trail.
 */
export const question = (access: Access) => base.meta({ access, acts: false });

/** An act: changes something, once per operation id. Its input is made with actInput or editInput. */
export const act = (access: Access) => base.meta({ access, acts: true });

/** Input of an act. The screen makes the operation id; the same id with the same input gives the first answer again. */
export const actInput = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject({ operationId: field.id('operation'), ...shape });

/** Input of an act upon a record that others may have changed: names the version its editor saw. */
export const editInput = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  actInput({ id: field.id(), version: field.version(), ...shape });

/** What an act upon a record answers. */
export const saved = z.object({ id: field.id(), version: z.number() });
/** What an act that gives or has a document number answers. */
export const savedDocument = z.object({ id: field.id(), version: z.number(), number: z.string() });
