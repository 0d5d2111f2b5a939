// One sender: its address and secret, how it is doing, and what is set up of it.
import Ban from 'lucide-solid/icons/ban';
import CircleCheck from 'lucide-solid/icons/circle-check';
import KeyRound from 'lucide-solid/icons/key-round';
import { createSignal, Show, type JSX } from 'solid-js';
import { rotationHours, type ListedSender, type SenderWithSecret } from '#schemas/notices/sender.ts';
import { useCodeText } from '../app/code-text.ts';
import type { Senders } from '../data/senders.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Copied } from '../ui/copied.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Time, useFormat } from '../ui/formatting.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { Row, Stack } from '../ui/page.tsx';
import { toast } from '../ui/toast.tsx';
import { draftOf, inputOf } from './form.ts';
import { senderStrings } from './strings.ts';

export const addressOf = ({ key }: Pick<ListedSender, 'key'>): string =>
  `${location.origin}/hooks/notices/${key}`;

export function SenderState(props: {
  senders: Senders;
  sender: ListedSender;
  onSecret: (made: SenderWithSecret) => void;
}): JSX.Element {
  const t = useStrings(senderStrings);
  const format = useFormat();
  const until = () => {
    const { previousUntil } = props.sender;
    return previousUntil && previousUntil > format.now() ? previousUntil : undefined;
  };
  return (
    <Stack gap="small">
      <Show when={until()}>
        {(time) => <Banner tone="info">{t().previousUntil(format.short(time()))}</Banner>}
      </Show>
      <KeyValueList
        items={[
          { label: t().address, value: <Copied text={addressOf(props.sender)} />, wide: true },
          { label: t().lastNotice, value: <Time iso={props.sender.lastNoticeAt} /> },
          { label: t().failures, value: t().failing(props.sender.dead, props.sender.waiting) },
        ]}
      />
      <SenderActions {...props} />
    </Stack>
  );
}

function SenderActions(props: Parameters<typeof SenderState>[0]): JSX.Element {
  const t = useStrings(senderStrings);
  const text = useCodeText();
  const [asked, setAsked] = createSignal(false);
  const [error, setError] = createSignal<string>();
  const rotate = async (): Promise<void> => {
    const done = await props.senders.rotate(props.sender.id);
    if (!done.ok) return void setError(text(done.error));
    setAsked(false);
    props.onSecret(done.value);
  };
  const toggle = async (): Promise<void> => {
    const input = inputOf(draftOf(props.sender), !props.sender.disabled);
    const done = await props.senders.update(props.sender.id, input);
    if (!done.ok) toast.error(text(done.error));
    else toast.success(input.disabled ? t().disabledNow : t().enabledNow);
  };
  return (
    <Row>
      <Button size="small" icon={KeyRound} onClick={() => (setError(undefined), setAsked(true))}>
        {t().rotate}
      </Button>
      <Button size="small" icon={props.sender.disabled ? CircleCheck : Ban} onClick={() => void toggle()}>
        {props.sender.disabled ? t().enable : t().disable}
      </Button>
      <ConfirmDialog
        open={asked()}
        title={t().rotateTitle(props.sender.name)}
        message={t().rotateMessage(rotationHours)}
        confirmLabel={t().rotate}
        error={error()}
        onCancel={() => setAsked(false)}
        onConfirm={rotate}
      />
    </Row>
  );
}

/** Shown this once: nobody, not even the server's administrator, can read it again here. */
export function SecretDialog(props: {
  made: SenderWithSecret | undefined;
  onClose: () => void;
}): JSX.Element {
  const t = useStrings(senderStrings);
  return (
    <Show when={props.made}>
      {(made) => (
        <Dialog
          open
          title={t().secretTitle(made().sender.name)}
          description={t().secretMessage}
          dismissable={false}
          onClose={() => props.onClose()}
          footer={
            <Button variant="primary" onClick={() => props.onClose()}>
              {t().secretKept}
            </Button>
          }
        >
          <KeyValueList
            stacked
            items={[
              { label: t().address, value: <Copied text={addressOf(made().sender)} />, wide: true },
              { label: t().secret, value: <Copied text={made().secret} />, wide: true },
            ]}
          />
        </Dialog>
      )}
    </Show>
  );
}
