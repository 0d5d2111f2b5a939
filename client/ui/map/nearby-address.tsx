// The address where the pin rests, to be taken over.
import { createEffect, createSignal, on, onCleanup, Show, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { Button } from '../button.tsx';
import type { PlaceFinder } from './basemap.tsx';
import css from './map.module.css';
import { createSettled } from '../settled.ts';
import { mapStrings } from './strings.ts';
import type { LngLat } from './systems.ts';

interface Props {
  finder: PlaceFinder;
  point: LngLat | null;
  onUse: (address: string) => void;
}

export function NearbyAddress(props: Props): JSX.Element {
  const t = useStrings(mapStrings);
  const [address, setAddress] = createSignal<string>();
  const settled = createSettled(() => props.point);
  createEffect(
    on(settled, (point) => {
      setAddress(undefined);
      if (!point) return;
      const stale = new AbortController();
      onCleanup(() => stale.abort());
      // Without an answer there is no offer: the pin is good without an address.
      props.finder.addressOf(point, stale.signal).then(
        (found) => !stale.signal.aborted && setAddress(found),
        () => undefined,
      );
    }),
  );
  return (
    <Show when={address()}>
      {(text) => (
        <p class={css.says}>
          <span>{t().nearby(text())}</span>
          <Button size="small" onClick={() => props.onUse(text())}>
            {t().useAddress}
          </Button>
        </p>
      )}
    </Show>
  );
}
