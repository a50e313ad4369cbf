import type { ContractRouterClient } from '@orpc/contract';
import { changesContract, workContract } from './changes.contract.ts';
import { peopleContract, sessionContract } from './people.contract.ts';

/** Everything the program can be asked and told, by module. Both ends of every wire read this. */
export const contract = {
  session: sessionContract,
  changes: changesContract,
  work: workContract,
  people: peopleContract,
};

/** The contract as its caller sees it. */
export type ServiceClient = ContractRouterClient<typeof contract>;
