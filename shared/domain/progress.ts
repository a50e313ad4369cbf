/** How a piece of long work tells how far it is; throws Refusal CANCELLED once somebody has cancelled it. */
export type Progress = (done: number, total?: number) => Promise<void>;
