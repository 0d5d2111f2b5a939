// Many orders onto statements or off one, with a verdict for each; kept on the device until its verdicts were read.
import { useNavigate } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { useCommands, type OnlineVerdict } from '../data/commands.ts';
import { createAsking, keeperOf, type KeptBatch, type KeptLine } from '../data/kept-batch.ts';
import { InterruptedBatch } from '../finance/interrupted-batch.tsx';
import { useStrings } from '../i18n/strings.ts';
import type { BatchRun } from '../ui/batch-run.tsx';
import { usePersonalKey } from '../ui/person.tsx';
import { statementStrings } from './strings.ts';
import { useVerdictText } from './verdict.ts';

type Kind = 'generate' | 'remove';

/** Begins a batch of new lines, or goes on with one that was interrupted. */
export function useStatementRun(run: BatchRun, kind: Kind) {
  const t = useStrings(statementStrings);
  const commands = useCommands();
  const verdictOf = useVerdictText();
  const keeper = keeperOf(usePersonalKey(`batch.${kind}`));
  /** @param onClose gets the statements that there are */
  const begin = (batch: KeptBatch, onClose: (statementIds: readonly string[]) => void): void => {
    const end = keeper.begin(batch);
    const asking = createStatementAsking(batch, createAsking(commands));
    run.start<KeptLine>(
      t()[kind].action,
      {
        items: batch.lines,
        key: ({ request }) => request.id,
        label: ({ label }) => label,
        perform: async (lines) => (await asking.ask(lines)).map(verdictOf),
        atOnce: 50,
        broken: t().tryAgain,
      },
      () => (end(), onClose(asking.statementIds())),
    );
  };
  return { keeper, begin };
}

/** Where orders were put onto statements: to the one, or to their list. */
export function useShowStatements(): (statementIds: readonly string[]) => void {
  const navigate = useNavigate();
  return ([only, ...others]) => {
    if (only) navigate(others.length > 0 ? '/finance/statements' : `/finance/statements/${only}`);
  };
}

/** What was put onto statements from the desk and not read to its end. */
export function InterruptedGeneration(props: { run: BatchRun }): JSX.Element {
  const t = useStrings(statementStrings);
  // eslint-disable-next-line solid/reactivity -- a page has one run
  const { keeper, begin } = useStatementRun(props.run, 'generate');
  const show = useShowStatements();
  return (
    <InterruptedBatch
      action={t().generate.action}
      keeper={keeper}
      run={props.run}
      onGoOn={(batch, done) => begin(batch, (ids) => (done(), show(ids)))}
    />
  );
}

/** What was taken off this statement and not read to its end. */
export function InterruptedRemoval(props: { statementId: string; run: BatchRun }): JSX.Element {
  const t = useStrings(statementStrings);
  // eslint-disable-next-line solid/reactivity -- a page has one run
  const { keeper, begin } = useStatementRun(props.run, 'remove');
  return (
    <InterruptedBatch
      action={t().remove.action}
      keeper={keeper}
      run={props.run}
      isHere={({ lines }) => lines.some((line) => statementOf(line) === props.statementId)}
      onGoOn={(batch, done) => begin(batch, done)}
    />
  );
}

const offline: OnlineVerdict = { status: 'offline' };

/** A statement that is new is opened when its first order comes; where that is refused, so are its orders. */
export function createStatementAsking(
  { openings = [] }: KeptBatch,
  ask: (lines: readonly KeptLine[]) => Promise<readonly OnlineVerdict[]>,
) {
  const there = new Set<string>();
  const open = async (statementId: string): Promise<OnlineVerdict | undefined> => {
    const opening = openings.find(({ request }) => request.orderId === statementId);
    const [verdict = offline] = opening && !there.has(statementId) ? await ask([opening]) : [applied];
    if (!isDone(verdict)) return verdict;
    there.add(statementId);
    return undefined;
  };
  return {
    ask: async (lines: readonly KeptLine[]): Promise<readonly OnlineVerdict[]> => {
      const refusals = new Map<string, OnlineVerdict>();
      for (const statementId of new Set(lines.map(statementOf))) {
        const refusal = await open(statementId);
        if (refusal) refusals.set(statementId, refusal);
      }
      const going = lines.filter((line) => !refusals.has(statementOf(line)));
      const verdicts = going.length > 0 ? await ask(going) : [];
      const given = new Map(going.map((line, place) => [line, verdicts[place]]));
      return lines.map((line) => given.get(line) ?? refusals.get(statementOf(line)) ?? offline);
    },
    statementIds: (): readonly string[] => [...there],
  };
}

const applied: OnlineVerdict = { status: 'applied' };

const statementOf = ({ request: { payload } }: KeptLine): string =>
  'statementId' in payload ? payload.statementId : '';

const isDone = ({ status }: OnlineVerdict): boolean => status === 'applied' || status === 'flagged';
