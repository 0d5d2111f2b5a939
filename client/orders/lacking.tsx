// What a new company lacks for its first order, said before somebody has filled in the rest.
import { Show, type JSX } from 'solid-js';
import { useReference } from '../data/reference.ts';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { SetupLink } from '../setup/start.tsx';
import { Banner } from '../ui/banner.tsx';
import { formStrings } from './form-strings.ts';

export function Lacking(): JSX.Element {
  const t = useStrings(formStrings);
  const sync = useSync();
  const [outlets, customers] = [useReference('outlets'), useReference('customers')];
  const lacks = () => [
    ...(isInUse(outlets()) ? [] : [t().field.outletId]),
    ...(isInUse(customers()) ? [] : [t().field.customerId]),
  ];
  return (
    <Show when={sync.initialSyncDone() && lacks().length > 0}>
      <Banner tone="warning" action={<SetupLink />}>
        {t().lacking(lacks().join(t().listSeparator))}
      </Banner>
    </Show>
  );
}

const isInUse = (documents: readonly { disabled: boolean }[]): boolean =>
  documents.some(({ disabled }) => !disabled);
