// Over what is only read while there is no network: what has to wait, and how old is what one sees.
import { Show, type JSX } from 'solid-js';
import { useSync } from '../data/sync-state.ts';
import { useStrings } from '../i18n/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { useFormat } from '../ui/formatting.tsx';
import { appStrings } from './strings.ts';

/** @param text what cannot be done until there is a network again */
export function OfflineBanner(props: { text: string }): JSX.Element {
  const t = useStrings(appStrings);
  const format = useFormat();
  const sync = useSync();
  const age = () => {
    const at = sync.lastContact();
    return at === undefined ? '' : t().asOf(format.short(new Date(at).toISOString()));
  };
  return (
    <Show when={!sync.online()}>
      <Banner tone="warning">
        {props.text} {age()}
      </Banner>
    </Show>
  );
}

/** Over what the device had kept of an answer of the server, since none comes now. */
export function KeptBanner(props: { at: string | undefined }): JSX.Element {
  const t = useStrings(appStrings);
  const format = useFormat();
  return (
    <Show when={props.at}>
      {(at) => <Banner tone="warning">{t().keptAnswer(format.short(at()))}</Banner>}
    </Show>
  );
}
