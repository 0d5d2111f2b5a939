// First passwords for the people that were chosen: asked, given one after the other, and shown this once, to be
// copied or printed.
import KeyRound from 'lucide-solid/icons/key-round';
import { filter, firstValueFrom, map, of, timeout } from 'rxjs';
import { createSignal, For, Show, type JSX } from 'solid-js';
import type { Staff } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useData } from '../data/context.ts';
import { isUnsent } from '../data/edits.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import batchCss from '../ui/batch-dialog.module.css';
import { startBatch, type Batch } from '../ui/batch.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Stack } from '../ui/page.tsx';
import { uiStrings } from '../ui/strings.ts';
import { useAccountApi } from './account-api.ts';
import { GivenPasswordList, useTakingAlong } from './given-passwords.tsx';
import { initialStrings } from './initial-strings.ts';
import { createInitialPasswords, type InitialPasswords } from './initial-passwords.ts';
import { suggestPassword } from './password-strength.ts';

/** A button that begins it. */
export function InitialPasswordsButton(props: { people: readonly Staff[]; primary?: boolean }): JSX.Element {
  const t = useStrings(initialStrings);
  const sync = useSync();
  const [chosen, setChosen] = createSignal<readonly Staff[]>();
  return (
    <>
      <Button
        size="small"
        icon={KeyRound}
        variant={props.primary ? 'primary' : 'secondary'}
        disabledReason={sync.online() ? undefined : t().offline}
        onClick={() => setChosen([...props.people])}
      >
        {t().begin}
      </Button>
      <Show when={chosen()}>
        {(people) => <InitialPasswordsDialog people={people()} onClose={() => setChosen()} />}
      </Show>
    </>
  );
}

function InitialPasswordsDialog(props: { people: readonly Staff[]; onClose: () => void }): JSX.Element {
  const t = useStrings(initialStrings);
  const ui = useStrings(uiStrings);
  const passwords = usePasswords();
  const [batch, setBatch] = createSignal<Batch>();
  const start = useStart(passwords);
  const isRunning = () => batch()?.isRunning() === true;
  const taking = useTakingAlong(passwords.given);
  return (
    <Dialog
      open
      title={t().begin}
      description={batch() ? undefined : t().question(props.people.length)}
      dismissable={batch() === undefined}
      onClose={() => !isRunning() && props.onClose()}
      footer={
        <Show
          when={batch()}
          fallback={
            <>
              <Button onClick={() => props.onClose()}>{ui().cancel}</Button>
              <Button variant="primary" onClick={() => setBatch(start(props.people))}>
                {t().give}
              </Button>
            </>
          }
        >
          {(running) => (
            <Show when={!isRunning()} fallback={<Button onClick={() => running().stop()}>{t().stop}</Button>}>
              <Button onClick={() => props.onClose()}>{ui().close}</Button>
              <Again batch={running()} />
              <Show when={passwords.given().length > 0}>
                <Button onClick={() => taking.print()}>{t().print}</Button>
                <Button variant="primary" onClick={() => void taking.copy()}>
                  {t().copyAll}
                </Button>
              </Show>
            </Show>
          )}
        </Show>
      }
    >
      <Show when={batch()}>{(running) => <Outcome batch={running()} passwords={passwords} />}</Show>
    </Dialog>
  );
}

/** What failed, and what was stopped before its turn. */
function Again(props: { batch: Batch }): JSX.Element {
  const t = useStrings(initialStrings);
  const left = () => props.batch.counts().failed + props.batch.counts().waiting;
  return (
    <Show when={left() > 0}>
      <Button onClick={() => (props.batch.retryFailed(), props.batch.resume())}>{t().again(left())}</Button>
    </Show>
  );
}

function Outcome(props: { batch: Batch; passwords: InitialPasswords }): JSX.Element {
  const t = useStrings(initialStrings);
  const counts = () => props.batch.counts();
  const given = () => props.passwords.given();
  const kept = () => props.passwords.kept();
  return (
    <Stack gap="small">
      <progress
        class={batchCss.progress}
        aria-label={t().begin}
        max={props.batch.rows().length}
        value={counts().done + counts().failed}
      />
      <p role="status">{t().summary(given().length, kept().length, counts().failed)}</p>
      <Show when={given().length > 0}>
        <Banner tone="warning">{t().onlyOnce}</Banner>
        <GivenPasswordList given={given()} />
      </Show>
      <Show when={kept().length > 0}>
        <p>
          {t().kept(
            kept()
              .map(({ name }) => name)
              .join(t().listSeparator),
          )}
        </p>
      </Show>
      <For each={props.batch.rows().filter(({ state }) => state === 'failed')}>
        {(row) => <Banner tone="danger">{t().failed(row.label, row.reason ?? '')}</Banner>}
      </For>
    </Stack>
  );
}

function usePasswords(): InitialPasswords {
  const api = useAccountApi();
  const { references, deviceId } = useData();
  const isKnown = (id: string): boolean => {
    const person = references.lookups.staff.value.get(id);
    return person !== undefined && !isUnsent(person, deviceId);
  };
  const isSent = (id: string): Promise<boolean> =>
    firstValueFrom(
      references.lookups.staff.pipe(
        map(() => isKnown(id)),
        filter(Boolean),
        timeout({ first: sendingMs, with: () => of(false) }),
      ),
    );
  return createInitialPasswords({ api, isSent, suggest: suggestPassword });
}

/** Somebody who was imported a moment ago is still on his way to the server. */
const sendingMs = 20_000;

function useStart(passwords: InitialPasswords): (people: readonly Staff[]) => Batch {
  const t = useStrings(initialStrings);
  const codeText = useCodeText();
  const words = (code: string): string => (code === 'unsent' ? t().unsent : codeText(code));
  return (people) =>
    startBatch<Staff>({
      items: people,
      key: ({ id }) => id,
      label: ({ name }) => name,
      perform: ([person]) =>
        person === undefined
          ? Promise.resolve([])
          : passwords.give(person).then((code) => [code === undefined ? 'done' : { failed: words(code) }]),
      broken: t().broken,
    });
}
