// 對照: the customer's spreadsheet beside the statement, line by line; what differs is accepted or disputed.
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { matchLines, type LineMatch, type TheirLine } from '#schemas/finance/statements/match.ts';
import { dueOf, openDispute, type Statement } from '#schemas/finance/statements/statement.ts';
import { useCommands, type OnlineVerdict } from '../data/commands.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import type { BatchRun } from '../ui/batch-run.tsx';
import { Button } from '../ui/button.tsx';
import { DataTable, type Column } from '../ui/data-table.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Row, Stack } from '../ui/page.tsx';
import { money } from '../ui/spreadsheet/cell.ts';
import { readSpreadsheet } from '../ui/spreadsheet/read.ts';
import css from './statements.module.css';
import { uiStrings } from '../ui/strings.ts';
import { statementStrings } from './strings.ts';
import { theirLinesOf } from './their-list.ts';
import { useVerdictText } from './verdict.ts';

interface Props {
  statement: Statement;
  run: BatchRun;
  onClose: () => void;
}

type Answer = 'accept' | 'dispute';
type Differing = Extract<LineMatch, { kind: 'agrees' | 'differs' }>;

export function MatchDialog(props: Props): JSX.Element {
  const t = useStrings(statementStrings);
  const ui = useStrings(uiStrings);
  const format = useFormat();
  const sync = useSync();
  const answer = useAnswer(props);
  const [theirs, setTheirs] = createSignal<readonly TheirLine[]>();
  const [problem, setProblem] = createSignal<string>();
  const [ticked, setTicked] = createSignal<ReadonlySet<string>>(new Set());
  let input!: HTMLInputElement;
  const matches = createMemo(() => {
    const known = theirs();
    if (!known) return [];
    return matchLines(props.statement.lines, known, (at) => format.date(at)).sort(gravestFirst);
  });
  const chosen = () =>
    matches().filter((match): match is Differing => match.kind === 'differs' && ticked().has(keyOf(match)));
  const read = async (file: File | undefined): Promise<void> => {
    input.value = '';
    if (!file) return;
    const result = await readSpreadsheet(file);
    const lines = result.ok ? theirLinesOf(file.name, result.rows) : undefined;
    setProblem(lines ? undefined : result.ok ? t().match.noColumns : t().match.unreadable);
    setTheirs(lines);
    setTicked(
      new Set(
        matches()
          .filter(({ kind }) => kind === 'differs')
          .map(keyOf),
      ),
    );
  };
  const act = (how: Answer): void => {
    answer(how, chosen());
    props.onClose();
  };
  const whyNot = () => (sync.online() ? undefined : t().needsServer);
  const count = (kind: LineMatch['kind']) => matches().filter((match) => match.kind === kind).length;
  const summary = () =>
    t().match.summary(count('agrees'), count('differs'), count('missing'), count('unknown'));
  return (
    <Dialog
      open
      size="large"
      title={t().match.action}
      description={t().match.hint}
      onClose={() => props.onClose()}
      footer={
        <>
          <Button onClick={() => props.onClose()}>{ui().close}</Button>
          <Show when={chosen().length > 0}>
            <Show when={props.statement.state !== 'draft'}>
              <Button disabledReason={whyNot()} onClick={() => act('dispute')}>
                {t().match.dispute}
              </Button>
            </Show>
            <Button variant="primary" disabledReason={whyNot()} onClick={() => act('accept')}>
              {t().match.accept}
            </Button>
          </Show>
        </>
      }
    >
      <Stack>
        <Row>
          <input
            ref={input}
            type="file"
            class="visually-hidden"
            tabIndex={-1}
            accept=".xlsx,.csv,text/csv"
            aria-label={t().match.choose}
            onChange={(event) => void read(event.currentTarget.files?.[0])}
          />
          <Button variant={theirs() ? 'secondary' : 'primary'} onClick={() => input.click()}>
            {t().match.choose}
          </Button>
          <Show when={theirs()}>
            <span role="status">{summary()}</span>
          </Show>
        </Row>
        <Show when={whyNot()}>{(why) => <Banner tone="warning">{why()}</Banner>}</Show>
        <Show when={problem()}>{(text) => <Banner tone="danger">{text()}</Banner>}</Show>
        <Show when={theirs()}>
          <div class={css.matches}>
            <Matches matches={matches()} ticked={ticked()} onTick={setTicked} />
          </div>
        </Show>
      </Stack>
    </Dialog>
  );
}

const order: readonly LineMatch['kind'][] = ['differs', 'unknown', 'missing', 'agrees'];
const gravestFirst = (a: LineMatch, b: LineMatch): number => order.indexOf(a.kind) - order.indexOf(b.kind);

const keyOf = (match: LineMatch): string =>
  'line' in match ? `line-${match.line.id}` : `row-${match.theirs.row}`;

const tones: Record<LineMatch['kind'], Tone> = {
  agrees: 'success',
  differs: 'danger',
  missing: 'warning',
  unknown: 'warning',
};

const differenceOf = (match: LineMatch): number | undefined =>
  match.kind === 'differs' ? (match.theirs.amountFen ?? 0) - dueOf(match.line) : undefined;

function Matches(props: {
  matches: readonly LineMatch[];
  ticked: ReadonlySet<string>;
  onTick: (keys: ReadonlySet<string>) => void;
}): JSX.Element {
  const t = useStrings(statementStrings);
  const lineOf = (match: LineMatch) => ('line' in match ? match.line : undefined);
  const theirsOf = (match: LineMatch) => ('theirs' in match ? match.theirs : undefined);
  const columns = (): Column<LineMatch>[] => [
    {
      id: 'kind',
      header: t().column.lineState,
      width: 108,
      value: ({ kind }) => t().match.kind[kind],
      cell: (row) => <StatusBadge tone={tones[row.kind]}>{t().match.kind[row.kind]}</StatusBadge>,
    },
    { id: 'number', header: t().column.number, width: 104, value: (row) => lineOf(row)?.number },
    {
      id: 'case',
      header: t().column.case,
      width: 92,
      grow: true,
      value: (row) => lineOf(row)?.customerOrderNumber ?? theirsOf(row)?.caseNumber,
    },
    {
      id: 'plate',
      header: t().column.plate,
      width: 96,
      value: (row) => lineOf(row)?.plate ?? theirsOf(row)?.plate,
    },
    { id: 'row', header: t().match.row, width: 70, align: 'end', value: (row) => theirsOf(row)?.row },
    {
      id: 'due',
      header: t().column.due,
      width: 88,
      align: 'end',
      value: (row) => {
        const line = lineOf(row);
        return line && money(dueOf(line));
      },
    },
    {
      id: 'theirs',
      header: t().match.theirs,
      width: 88,
      align: 'end',
      value: (row) => money(theirsOf(row)?.amountFen),
    },
    {
      id: 'difference',
      header: t().match.difference,
      width: 84,
      align: 'end',
      value: (row) => money(differenceOf(row)),
    },
  ];
  return (
    <DataTable
      label={t().match.action}
      columns={columns()}
      rows={props.matches}
      rowKey={keyOf}
      card={(match) => <MatchCard match={match} />}
      selection={props.ticked}
      onSelectionChange={(keys) => props.onTick(keys)}
    />
  );
}

function MatchCard(props: { match: LineMatch }): JSX.Element {
  const t = useStrings(statementStrings);
  const format = useFormat();
  const line = () => ('line' in props.match ? props.match.line : undefined);
  const theirs = () => ('theirs' in props.match ? props.match.theirs : undefined);
  const names = () => [
    line()?.number,
    line()?.customerOrderNumber ?? theirs()?.caseNumber,
    line()?.plate ?? theirs()?.plate,
  ];
  const amounts = () => {
    const [ours, other] = [line(), theirs()?.amountFen];
    return [
      ours && `${t().column.due} ${format.money(dueOf(ours))}`,
      other !== undefined && `${t().match.theirs} ${format.money(other)}`,
    ];
  };
  return (
    <div class={css.card}>
      <div class={css.cardLine}>
        <StatusBadge tone={tones[props.match.kind]}>{t().match.kind[props.match.kind]}</StatusBadge>
        <strong>{amounts().filter(Boolean).join(' · ')}</strong>
      </div>
      <div class={css.muted}>{names().filter(Boolean).join(' · ')}</div>
    </div>
  );
}

/** In a draft their amount is an adjustment; later it is a dispute, which is settled at once where it is accepted. */
function useAnswer(props: Props) {
  const t = useStrings(statementStrings);
  const commands = useCommands();
  const verdictOf = useVerdictText();
  const answerOne = async (how: Answer, match: Differing): Promise<OnlineVerdict> => {
    const { id } = props.statement;
    const lineId = match.line.id;
    const [claimedFen, reason] = [match.theirs.amountFen ?? 0, t().match.reason];
    const amountFen = claimedFen - dueOf(match.line);
    if (props.statement.state === 'draft')
      return commands.decideOnline('adjust-line', id, { lineId, amountFen, reason });
    const disputed: OnlineVerdict = openDispute(match.line)
      ? { status: 'applied' }
      : await commands.decideOnline('dispute-line', id, { lineId, reason, claimedFen });
    const isRefused = disputed.status === 'rejected' || disputed.status === 'offline';
    if (how === 'dispute' || isRefused) return disputed;
    return commands.decideOnline('settle-dispute', id, { lineId, resolution: reason, amountFen });
  };
  return (how: Answer, matches: readonly Differing[]): void =>
    props.run.start<Differing>(
      how === 'accept' ? t().match.accept : t().match.dispute,
      {
        items: matches,
        key: keyOf,
        label: ({ line }) => line.number,
        perform: async (some) => {
          const verdicts: OnlineVerdict[] = [];
          for (const match of some) verdicts.push(await answerOne(how, match));
          return verdicts.map(verdictOf);
        },
        broken: t().tryAgain,
      },
      () => undefined,
    );
}
