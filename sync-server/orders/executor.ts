// Commands of one company that arrive together share a transaction: the commit, which has to reach the disk
// while the company's counter is held, is what limits how many can be decided in a second.
import { setTimeout as pause } from 'node:timers/promises';
import { Check } from 'typebox/value';
import type { Database } from '../database/database.ts';
import type { DatabaseLog } from '../database/log.ts';
import { beginningAgain, byHalves, wouldFailAgain } from '../replication/faults.ts';
import type { Rejection, RejectionCode } from '#schemas/core/codes.ts';
import { fail, ok } from '#schemas/core/result.ts';
import { isStorable } from '#schemas/core/storable.ts';
import { Id, Instant } from '#schemas/core/types.ts';
import { CommandEnvelope, type CommandDocument, type Verdict } from '#schemas/orders/commands.ts';
import { parseCommand } from '#schemas/orders/parse-command.ts';
import type { Actor } from '#schemas/staff/permissions.ts';
import { executeBatch, type Submission } from './execute.ts';

export interface CommandExecutor {
  /**
   * Decides commands as they came in, each on its own: whatever is wrong with one says nothing about the next.
   * Those of one device are decided in the order of their numbers. Verdicts come in the order given.
   * @param refusal with which all are refused that were not decided before
   */
  submit(actor: Actor, commands: readonly unknown[], refusal?: RejectionCode): Promise<Verdict[]>;
}

interface Waiting {
  readonly submissions: readonly Submission[];
  readonly resolve: (verdicts: Verdict[]) => void;
  readonly reject: (error: unknown) => void;
}

/** Commands in one transaction, at most. More would keep other writers of the company waiting. */
const batchSize = 64;

/**
 * Before a transaction begins, those whose last answers have just gone out get their next commands in: of eight
 * senders without a pause one goes alone and seven wait. A fifth more commands a second were measured.
 */
const gatheringMs = 1;

export interface ExecutorDeps {
  readonly database: Database;
  readonly clock: () => Date;
  readonly log: Pick<DatabaseLog, 'error'>;
}

export function createCommandExecutor(deps: ExecutorDeps): CommandExecutor {
  const queues = new Map<string, Waiting[]>();

  async function drain(companyId: string, queue: Waiting[]): Promise<void> {
    while (queue.length > 0) {
      await pause(gatheringMs);
      await decideTogether(deps, companyId, takeBatch(queue));
    }
    queues.delete(companyId);
  }

  function enqueue(companyId: string, submissions: readonly Submission[]): Promise<Verdict[]> {
    return new Promise((resolve, reject) => {
      const waiting = { submissions, resolve, reject };
      const queue = queues.get(companyId);
      if (queue) return void queue.push(waiting);
      const started = [waiting];
      queues.set(companyId, started);
      void drain(companyId, started);
    });
  }

  return {
    async submit(actor, commands, refusal) {
      const now = deps.clock().toISOString();
      const submissions = commands.map((value) => submissionOf(value, actor, now, refusal));
      const sorted = byDeviceNumber(submissions);
      const verdicts = new Map<Submission, Verdict>();
      for (let start = 0; start < sorted.length; start += batchSize) {
        const part = sorted.slice(start, start + batchSize);
        const decided = await enqueue(actor.companyId, part);
        part.forEach((submission, index) => verdicts.set(submission, decided[index] ?? unreadable));
      }
      return submissions.map((submission) => verdicts.get(submission) ?? unreadable);
    },
  };
}

function takeBatch(queue: Waiting[]): Waiting[] {
  let size = 0;
  const end = queue.findIndex(({ submissions }) => (size += submissions.length) > batchSize);
  return queue.splice(0, end === -1 ? queue.length : Math.max(end, 1));
}

/** When a shared transaction fails, each request is tried alone, so that one cannot spoil the others. */
async function decideTogether(deps: ExecutorDeps, companyId: string, batch: Waiting[]): Promise<void> {
  try {
    const all = batch.flatMap(({ submissions }) => submissions);
    const verdicts = await decideAll(deps, companyId, all);
    for (const { submissions, resolve } of batch) resolve(verdicts.splice(0, submissions.length));
  } catch (error) {
    if (batch.length === 1) return batch[0]?.reject(error);
    for (const waiting of batch) await decideTogether(deps, companyId, [waiting]);
  }
}

function decideAll(
  deps: ExecutorDeps,
  companyId: string,
  submissions: readonly Submission[],
): Promise<Verdict[]> {
  return byHalves(
    submissions,
    (some) => transact(deps.database, companyId, some),
    (one, error) => refuseFailed(deps, companyId, one, error),
  );
}

/** What cannot be kept either is answered all the same. */
async function refuseFailed(
  { database, log }: ExecutorDeps,
  companyId: string,
  { actor, command, now }: Submission,
  err: unknown,
): Promise<Verdict[]> {
  const rejection = { code: 'server-fault' } as const;
  const document = command.ok ? command.value : undefined;
  log.error({ err, command: document?.id }, 'a command could not be decided');
  const bare: Verdict[] = [{ status: 'rejected', ...rejection }];
  if (!document) return bare;
  return transact(database, companyId, [{ actor, now, command: fail({ rejection, document }) }]).catch(
    (error: unknown) => {
      if (!wouldFailAgain(error)) throw error;
      log.error({ err: error, command: document.id }, 'a refused command could not be kept');
      return bare;
    },
  );
}

const transact = (database: Database, companyId: string, submissions: readonly Submission[]) =>
  beginningAgain(() => database.transaction((tx) => executeBatch(tx, companyId, submissions)));

function submissionOf(value: unknown, actor: Actor, now: string, refusal?: RejectionCode): Submission {
  const parsed = parseCommand(value);
  const refused = (rejection: Rejection): Submission => {
    const document = parsed.ok ? parsed.value : kept(value, now);
    return { actor, command: fail({ rejection, ...(document && { document }) }), now };
  };
  if (refusal) return refused({ code: refusal });
  return parsed.ok ? { actor, command: ok(parsed.value), now } : refused(parsed.error);
}

/** Keeps what came in place of a command, as far as it fits the document, so that its sender sees the verdict. */
function kept(value: unknown, now: string): CommandDocument | undefined {
  const given: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {};
  const { id, n, at, payload } = given;
  if (!Check(Id, id)) return undefined;
  const idOr = (field: string) => (Check(Id, given[field]) ? given[field] : 'unknown');
  return {
    id,
    n: Check(CommandEnvelope.properties.n, n) ? n : 0,
    deviceId: idOr('deviceId'),
    type: idOr('type').slice(0, 32),
    orderId: idOr('orderId'),
    at: Check(Instant, at) ? at : now,
    payload: isKeepable(payload) ? payload : {},
  };
}

const isKeepable = (payload: unknown): payload is object =>
  Check(CommandEnvelope.properties.payload, payload) &&
  isStorable(payload) &&
  JSON.stringify(payload).length < 20_000;

const unreadable: Verdict = { status: 'rejected', code: 'invalid-command' };

/** A device's own numbering is the order in which its person did things; other devices keep their places. */
function byDeviceNumber(submissions: readonly Submission[]): Submission[] {
  const queues = new Map<string, Submission[]>();
  for (const submission of submissions) {
    const { deviceId } = keyOf(submission);
    queues.set(deviceId, [...(queues.get(deviceId) ?? []), submission]);
  }
  for (const queue of queues.values()) queue.sort((a, b) => keyOf(a).n - keyOf(b).n);
  return submissions.map((submission) => queues.get(keyOf(submission).deviceId)?.shift() ?? submission);
}

function keyOf({ command }: Submission): { readonly deviceId: string; readonly n: number } {
  return (command.ok ? command.value : command.error.document) ?? { deviceId: '', n: 0 };
}
