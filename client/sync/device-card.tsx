// The state of this device: when it met the server, and whether the browser promises to keep what is on it.
import { createSignal, Show, type JSX } from 'solid-js';
import { useStorageState } from '../data/storage-state.ts';
import type { SyncState } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { usePhaseText } from '../app/sync-indicator.tsx';
import { formatBytes } from './bytes.ts';
import css from './sync.module.css';
import { syncStrings } from './strings.ts';

declare const __TOWLINE_VERSION__: string;

export function DeviceCard(props: { sync: SyncState }): JSX.Element {
  const t = useStrings(syncStrings);
  const format = useFormat();
  const storage = useStorageState();
  const phase = usePhaseText();
  const contact = () => {
    const at = props.sync.lastContact();
    return at === undefined ? t().never : format.relative(new Date(at).toISOString());
  };
  const usage = () => {
    const [used, quota] = [storage.usage(), storage.quota()];
    if (used === undefined) return '—';
    return quota === undefined
      ? formatBytes(used)
      : t().device.usageOf(formatBytes(used), formatBytes(quota));
  };
  return (
    <Card title={t().device.title}>
      <KeyValueList
        items={[
          { label: t().device.state, value: <>{phase(props.sync)}</> },
          { label: t().device.contact, value: <>{contact()}</> },
          { label: t().device.usage, value: <>{usage()}</> },
          { label: t().device.version, value: __TOWLINE_VERSION__ },
          { label: t().device.storage, value: <Persistence storage={storage} />, wide: true },
        ]}
      />
    </Card>
  );
}

function Persistence(props: { storage: ReturnType<typeof useStorageState> }): JSX.Element {
  const t = useStrings(syncStrings);
  const [busy, setBusy] = createSignal(false);
  const [asked, setAsked] = createSignal(false);
  const ask = async (): Promise<void> => {
    setBusy(true);
    await props.storage.askToPersist();
    setBusy(false);
    setAsked(true);
  };
  const text = () => {
    const persisted = props.storage.persisted();
    if (persisted === undefined) return t().device.unknown;
    return persisted ? t().device.persisted : t().device.notPersisted;
  };
  return (
    <div class={css.persistence} data-tone={props.storage.persisted() === false ? 'warning' : undefined}>
      <span role="status">
        {text()}
        {asked() && props.storage.persisted() === false ? t().device.refusedHint : ''}
      </span>
      <Show when={props.storage.persisted() === false}>
        <Button size="small" busy={busy()} onClick={() => void ask()}>
          {t().device.ask}
        </Button>
      </Show>
    </div>
  );
}
