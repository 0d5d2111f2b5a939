// The place of an order on a map, for what has an address that nobody here has been to.
import { createSignal, untrack, type JSX } from 'solid-js';
import { useReference } from '../data/reference.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { MapPicker } from '../ui/map/map-picker.tsx';
import type { Coordinates } from './coordinates.ts';
import { formStrings } from './form-strings.ts';

interface Props {
  /** Which place of the order. */
  label: string;
  /** WGS-84; what it has so far. */
  point: Coordinates | undefined;
  /** What the map shows while it has none. */
  outlet: Coordinates | undefined;
  /** @param address of a place that was found, where one was chosen */
  onTake: (point: Coordinates, address: string | undefined) => void;
  onClose: () => void;
}

export function PlaceMap(props: Props): JSX.Element {
  const t = useStrings(formStrings);
  const outlets = useReference('outlets');
  const [point, setPoint] = createSignal<Coordinates | null>(untrack(() => props.point ?? null));
  const [problem, setProblem] = createSignal<string>();
  const [address, setAddress] = createSignal<string>();
  const known = () => outlets().filter(({ disabled }) => !disabled);
  const take = (): void => {
    const chosen = point();
    if (chosen) props.onTake(chosen, address());
  };
  let picker!: HTMLDivElement;
  return (
    <Dialog
      open
      startAt={() => picker.querySelector('input')}
      onClose={() => props.onClose()}
      title={t().place.onMapOf(props.label)}
      size="wide"
      footer={
        <>
          <Button onClick={() => props.onClose()}>{t().place.mapCancel}</Button>
          <Button
            variant="primary"
            disabledReason={problem() ?? (point() ? undefined : t().place.mapNothing)}
            onClick={take}
          >
            {t().place.mapTake}
          </Button>
        </>
      }
    >
      {/* It begins with the search for an address where there is one, else with the coordinates. */}
      <div ref={picker}>
        <MapPicker
          label={props.label}
          value={point()}
          onChange={(chosen, wrong) => (setPoint(chosen), setProblem(wrong))}
          onAddress={setAddress}
          around={props.outlet ? [props.outlet] : known()}
          points={known().map(({ id, name, lng, lat }) => ({ id, label: name, lng, lat }))}
          gestures="own"
        />
      </div>
    </Dialog>
  );
}
