// What has not reached the server yet, and what the server has refused: nothing a person entered disappears
// without his having seen why.
import CloudCheck from 'lucide-solid/icons/cloud-check';
import { For, Show, type JSX } from 'solid-js';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Card } from '../ui/card.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { Page, Stack } from '../ui/page.tsx';
import { EmptyState } from '../ui/states.tsx';
import { RefusedCommand, UnsentCommand } from './command-card.tsx';
import { syncStrings } from './strings.ts';

export default function SyncPage(): JSX.Element {
  const t = useStrings(syncStrings);
  const sync = useSync();
  const format = useFormat();
  const contact = () => {
    const at = sync.lastContact();
    return at === undefined ? t().never : t().lastContact(format.relative(new Date(at).toISOString()));
  };
  const nothing = () => sync.unsent().length === 0 && sync.refused().length === 0;
  return (
    <Page title={t().title} description={contact()}>
      <Stack>
        <Show when={nothing()}>
          <EmptyState icon={CloudCheck} title={t().allSent} hint={t().allSentHint} />
        </Show>
        <Show when={sync.refused().length > 0}>
          <Card title={t().refusedTitle} flush>
            <For each={sync.refused()}>
              {(command) => (
                <RefusedCommand command={command} onDismiss={() => void sync.dismiss(command.id)} />
              )}
            </For>
          </Card>
        </Show>
        <Show when={sync.unsent().length > 0}>
          <p>{t().waitingHint}</p>
          <Card title={`${t().unsentTitle} (${sync.unsent().length})`} flush>
            <For each={sync.unsent()}>{(command) => <UnsentCommand command={command} />}</For>
          </Card>
        </Show>
      </Stack>
    </Page>
  );
}
