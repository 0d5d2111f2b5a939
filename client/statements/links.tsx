// 客戶鏈接: what a customer is given to read, dispute and confirm a statement himself, and what was taken back.
import { createSignal, For, Show, type JSX } from 'solid-js';
import {
  linkDays,
  stateOfLink,
  type LinkState,
  type MadeStatementLink,
} from '#schemas/finance/statements/link.ts';
import type { StatementLink } from '#schemas/finance/statements/link.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import { useCodeText } from '../app/code-text.ts';
import { useStatementLinks } from '../data/statement-links.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { useNames } from '../orders/names.ts';
import { StatusBadge, type Tone } from '../ui/badge.tsx';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Copied } from '../ui/copied.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { Stack } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.tsx';
import css from './statements.module.css';
import { statementStrings } from './strings.ts';

export function Links(props: { statement: Statement }): JSX.Element {
  const t = useStrings(statementStrings);
  const codeText = useCodeText();
  const links = useStatementLinks(props.statement.id);
  const sync = useSync();
  const whyNot = () => (sync.online() && links.state() !== 'offline' ? undefined : t().needsServer);
  const [days, setDays] = createSignal('14');
  const [busy, setBusy] = createSignal(false);
  const [made, setMade] = createSignal<MadeStatementLink>();
  const [revoking, setRevoking] = createSignal<string>();
  const [error, setError] = createSignal<string>();
  const make = async (): Promise<void> => {
    setBusy(true);
    const done = await links.make(Number(days()));
    setBusy(false);
    if (done.ok) setMade(done.value);
    else toast.error(codeText(done.error));
  };
  const revoke = async (): Promise<void> => {
    const done = await links.revoke(revoking() ?? '');
    if (!done.ok) return void setError(codeText(done.error));
    setRevoking();
    toast.success(t().link.revoked);
  };
  return (
    <Stack>
      <p class={css.muted}>{t().link.hint}</p>
      <Select
        label={t().link.lasts}
        value={days()}
        options={linkDays.map((count) => ({ value: String(count), label: t().days(count) }))}
        onChange={(value) => setDays(value ?? '14')}
      />
      <Button variant="primary" busy={busy()} disabledReason={whyNot()} onClick={() => void make()}>
        {t().link.make}
      </Button>
      <Show when={whyNot()}>
        <Banner tone="warning">{t().needsServer}</Banner>
      </Show>
      <ul class={css.receipts}>
        <For each={links.links()}>
          {(link) => <LinkRow link={link} onRevoke={() => (setError(), setRevoking(link.id))} />}
        </For>
      </ul>
      <ConfirmDialog
        open={revoking() !== undefined}
        tone="danger"
        title={t().link.revoke}
        message={t().link.revokeHint}
        confirmLabel={t().link.revoke}
        error={error()}
        disabledReason={whyNot()}
        onConfirm={revoke}
        onCancel={() => setRevoking()}
      />
      <Show when={made()}>{(known) => <MadeDialog made={known()} onClose={() => setMade()} />}</Show>
    </Stack>
  );
}

const tones: Record<LinkState, Tone> = { open: 'success', expired: 'neutral', revoked: 'warning' };

function LinkRow(props: { link: StatementLink; onRevoke: () => void }): JSX.Element {
  const t = useStrings(statementStrings);
  const names = useNames();
  const format = useFormat();
  const state = () => stateOfLink(props.link, format.now());
  const made = () => {
    const { createdBy, createdAt } = props.link;
    return t().link.madeBy(names.staff(createdBy), format.short(createdAt));
  };
  const opened = () => {
    const { openedAt } = props.link;
    return openedAt ? t().link.opened(format.short(openedAt)) : t().link.neverOpened;
  };
  return (
    <li class={css.receipt}>
      <div class={css.cardLine}>
        <StatusBadge tone={tones[state()]}>{t().link.state[state()]}</StatusBadge>
        <span>{t().link.until(format.short(props.link.expiresAt))}</span>
        <Show when={state() === 'open'}>
          <span class={css.amount}>
            <Button size="small" variant="ghost" onClick={() => props.onRevoke()}>
              {t().link.revoke}
            </Button>
          </span>
        </Show>
      </div>
      <div class={css.muted}>{made()}</div>
      <div class={css.muted}>{opened()}</div>
      <Show when={props.link.revokedAt}>
        {(at) => (
          <div class={css.muted}>
            {t().link.revokedBy(names.staff(props.link.revokedBy), format.short(at()))}
          </div>
        )}
      </Show>
    </li>
  );
}

/** Nobody can read either of them again. */
function MadeDialog(props: { made: MadeStatementLink; onClose: () => void }): JSX.Element {
  const t = useStrings(statementStrings);
  return (
    <Dialog
      open
      title={t().link.made}
      description={t().link.once}
      dismissable={false}
      onClose={() => props.onClose()}
      footer={
        <Button variant="primary" onClick={() => props.onClose()}>
          {t().link.kept}
        </Button>
      }
    >
      <KeyValueList
        stacked
        items={[
          {
            label: t().link.address,
            value: <Copied text={props.made.url} label={t().link.copyAddress} />,
            wide: true,
          },
          {
            label: t().link.password,
            value: <Copied text={props.made.password} label={t().link.copyPassword} />,
            wide: true,
          },
        ]}
      />
    </Dialog>
  );
}
