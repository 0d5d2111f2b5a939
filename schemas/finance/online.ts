// What is decided while the person waits: it needs the server, and its refusal was seen.
import { cashPayloads } from './cash/commands.ts';
import { nextStage } from './decide.ts';
import { financeRepairPayloads } from './repair.ts';
import { statementPayloads } from './statements/commands.ts';

export type OnlineType =
  | keyof typeof nextStage
  | keyof typeof statementPayloads
  | keyof typeof cashPayloads
  | keyof typeof financeRepairPayloads;

export const isOnline = (type: string): type is OnlineType =>
  [nextStage, statementPayloads, cashPayloads, financeRepairPayloads].some((types) =>
    Object.hasOwn(types, type),
  );
