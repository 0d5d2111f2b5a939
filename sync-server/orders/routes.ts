// POST /api/commands: the same as pushing into the collection, with the verdicts in the answer.
import { Router } from 'express';
import { Problem } from '../http/problem.ts';
import type { SignedInWrapper } from '../http/authenticate.ts';
import { limits } from '#schemas/sync/protocol.ts';
import type { CommandExecutor } from './executor.ts';

export function commandRoutes(executor: CommandExecutor, signedIn: SignedInWrapper): Router {
  const router = Router();
  router.post(
    '/commands',
    signedIn(async (actor, request, response) => {
      const commands = commandsOf(request.body);
      const verdicts = await executor.submit(actor, commands);
      response.json({
        verdicts: verdicts.map((verdict, index) => ({ id: idOf(commands[index]), ...verdict })),
      });
    }),
  );
  return router;
}

function commandsOf(body: unknown): unknown[] {
  const commands =
    typeof body === 'object' && body !== null && 'commands' in body ? body.commands : undefined;
  if (!Array.isArray(commands)) throw new Problem('invalid-request', 'The body has to be {"commands": […]}');
  if (commands.length > limits.pushRows) {
    throw new Problem('too-large', `At most ${limits.pushRows} commands at once`);
  }
  return commands;
}

function idOf(command: unknown): unknown {
  return typeof command === 'object' && command !== null && 'id' in command ? command.id : null;
}
