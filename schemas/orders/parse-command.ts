// The door for commands, whether pushed, posted or read from the device's own store.
import { fail, ok, type Result } from '../core/result.ts';
import type { Rejection } from '../core/codes.ts';
import { isStorable } from '../core/storable.ts';
import { parse, parseOwn } from '../core/validate.ts';
import { CommandEnvelope, commandPayloads, type Command, type CommandType } from './commands.ts';

/** Gives the command with nothing but its own fields, or why it cannot be understood. */
export function parseCommand(value: unknown): Result<Command, Rejection> {
  if (!isStorable(value)) return fail(invalid(['value holds characters or a depth that cannot be stored']));
  const envelope = parse(CommandEnvelope, value);
  if (!envelope.ok) return fail(invalid(envelope.error));
  const { id, n, deviceId, type, orderId, at, payload } = envelope.value;
  if (!isCommandType(type)) return fail({ code: 'unknown-command', detail: type });
  const parsed = parseOwn(commandPayloads[type], payload);
  if (!parsed.ok) return fail(invalid(parsed.error.map((problem) => `payload.${problem}`)));
  return ok({ id, n, deviceId, type, orderId, at, payload: parsed.value } as Command);
}

function isCommandType(type: string): type is CommandType {
  return Object.hasOwn(commandPayloads, type);
}

const invalid = (problems: readonly string[]): Rejection => ({
  code: 'invalid-command',
  detail: problems.join('; ').slice(0, 500),
});
