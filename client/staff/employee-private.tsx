// 隱私資料: what of an employee lies on the server alone. It is shown and changed only while there is a network, and
// only to whoever may see it.
import Pencil from 'lucide-solid/icons/pencil';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createResource, createSignal, Match, Show, Suspense, Switch, type JSX } from 'solid-js';
import { may, type Actor } from '#schemas/staff/permissions.ts';
import type { Staff, StaffPrivate, StaffPrivateStored } from '#schemas/staff/staff.ts';
import { useCodeText } from '../app/code-text.ts';
import { useSync } from '../data/sync-state.ts';
import { useIsUnsent } from '../data/unsent-edits.ts';
import { useStrings } from '../i18n/strings.ts';
import { fieldStrings } from '../sync/field-strings.ts';
import { Button } from '../ui/button.tsx';
import { KeyValueList, type KeyValue } from '../ui/key-value-list.tsx';
import { Row, Stack } from '../ui/page.tsx';
import { LoadingState } from '../ui/states.tsx';
import css from './employee.module.css';
import { Portrait } from './portrait-field.tsx';
import { privateRestorings, usePrivateApi } from './private-api.ts';
import { PrivateDialog } from './private-dialog.tsx';
import { privateStrings } from './private-strings.ts';

/** One's own may be read by oneself. */
export const mayReadPrivate = (actor: Actor, staffId: string): boolean =>
  staffId === actor.id || may(actor, 'staff.sensitive');

interface Props {
  person: Staff;
  mayEdit: boolean;
}

export function EmployeePrivate(props: Props): JSX.Element {
  const t = useStrings(privateStrings);
  const sync = useSync();
  const isUnsent = useIsUnsent();
  const isKnown = () => props.person.version !== undefined || !isUnsent(props.person);
  // What is being typed must not vanish with the network.
  const [isEditing, setEditing] = createSignal(false);
  return (
    <Switch
      fallback={
        <Suspense fallback={<LoadingState rows={1} />}>
          <Known {...props} isEditing={isEditing()} setEditing={setEditing} />
        </Suspense>
      }
    >
      <Match when={!isKnown()}>
        <p class={css.quiet}>{t().notSent}</p>
      </Match>
      <Match when={!sync.online() && !isEditing()}>
        <p class={css.quiet}>{t().offline}</p>
      </Match>
    </Switch>
  );
}

interface KnownProps extends Props {
  isEditing: boolean;
  setEditing: (isEditing: boolean) => void;
}

function Known(props: KnownProps): JSX.Element {
  const t = useStrings(privateStrings);
  const codeText = useCodeText();
  const api = usePrivateApi();
  const [stored, { refetch, mutate }] = createResource(
    () => ({ id: props.person.id, restorings: privateRestorings() }),
    ({ id }) => api.read(id),
  );
  const found = () => {
    const answer = stored.latest;
    return answer?.ok ? answer.value : undefined;
  };
  const failed = () => {
    const answer = stored.latest;
    return answer && !answer.ok ? answer.error : undefined;
  };
  return (
    <Switch fallback={<LoadingState rows={2} />}>
      <Match when={found()}>
        {(known) => <Facts {...props} stored={known()} onStored={(value) => mutate({ ok: true, value })} />}
      </Match>
      <Match when={failed()}>
        {(code) => (
          <Row>
            <span class={css.quiet}>{codeText(code())}</span>
            <Button size="small" icon={RefreshCw} busy={stored.loading} onClick={() => void refetch()}>
              {t().again}
            </Button>
          </Row>
        )}
      </Match>
    </Switch>
  );
}

function Facts(
  props: KnownProps & { stored: StaffPrivateStored; onStored: (stored: StaffPrivateStored) => void },
): JSX.Element {
  const t = useStrings(privateStrings);
  const items = useItems(() => props.stored.details);
  const photo = () => props.stored.details.photo;
  const isEmpty = () => photo() === undefined && items().every(({ value }) => value === undefined);
  return (
    <Stack>
      <Show when={!isEmpty()} fallback={<p class={css.quiet}>{t().nothing}</p>}>
        <div class={css.private}>
          <Portrait photo={photo()} name={props.person.name} />
          <KeyValueList items={items()} stacked />
        </div>
      </Show>
      <Show when={props.mayEdit}>
        <Row>
          <Button icon={Pencil} onClick={() => props.setEditing(true)}>
            {isEmpty() ? t().enter : t().edit}
          </Button>
        </Row>
        <PrivateDialog
          open={props.isEditing}
          person={props.person}
          stored={props.stored}
          onStored={props.onStored}
          onClose={() => props.setEditing(false)}
        />
      </Show>
    </Stack>
  );
}

function useItems(details: () => StaffPrivate): () => readonly KeyValue[] {
  const labels = useStrings(fieldStrings);
  return () => {
    const { idNumber, birthday, homeAddress, licenceNumber, emergencyContact, bank, bankAccount } = details();
    return [
      { label: labels().idNumber, value: idNumber },
      { label: labels().birthday, value: birthday },
      { label: labels().licenceNumber, value: licenceNumber },
      { label: labels().emergencyContact, value: emergencyContact && contactText(emergencyContact) },
      { label: labels().bank, value: bank },
      { label: labels().bankAccount, value: bankAccount },
      { label: labels().homeAddress, value: homeAddress, wide: true },
    ];
  };
}

const contactText = ({ name, relation, phone }: NonNullable<StaffPrivate['emergencyContact']>): string =>
  [name, relation, phone].filter(Boolean).join(' · ');
