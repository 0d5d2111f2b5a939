// The vehicles to choose from, as a list and on a map beside it; on a narrow screen the map opens above the list.
import MapIcon from 'lucide-solid/icons/map';
import { createSignal, Show, type JSX } from 'solid-js';
import type { Place } from '#schemas/core/types.ts';
import { useStrings } from '../i18n/strings.ts';
import { Button } from '../ui/button.tsx';
import { createMedia } from '../ui/media.ts';
import type { CrewData } from './crew-data.ts';
import { CrewMap } from './crew-map.tsx';
import css from './dispatch.module.css';
import { dispatchStrings } from './dispatch-strings.ts';
import { VehicleList } from './vehicle-list.tsx';

interface Props {
  pickup: Place;
  crews: CrewData;
  chosen: readonly string[];
  several?: boolean | undefined;
  onChoose: (vehicleId: string) => void;
  onSubmit: () => void;
  error: string | undefined;
}

const narrowQuery = '(max-width: 1023px)';

export function CrewChoice(props: Props): JSX.Element {
  const t = useStrings(dispatchStrings);
  const isNarrow = createMedia(narrowQuery);
  const [wanted, setWanted] = createSignal(false);
  const [pointed, setPointed] = createSignal<string>();
  const hasMap = () => !isNarrow() || wanted();
  return (
    <div class={css.choice}>
      <Show when={isNarrow()}>
        <Button size="small" icon={MapIcon} aria-expanded={wanted()} onClick={() => setWanted(!wanted())}>
          {wanted() ? t().closeMap : t().openMap}
        </Button>
      </Show>
      <Show when={hasMap()}>
        <CrewMap
          pickup={props.pickup}
          candidates={props.crews.candidates()}
          routes={props.crews.routes()}
          chosen={props.chosen}
          pointed={pointed()}
          onPoint={setPointed}
          onChoose={(id) => props.onChoose(id)}
        />
      </Show>
      <VehicleList
        candidates={props.crews.candidates()}
        routes={props.crews.routes()}
        markOf={props.crews.duty.markOf}
        chosen={props.chosen}
        several={props.several}
        pointed={pointed()}
        onPoint={setPointed}
        onChoose={(id) => props.onChoose(id)}
        onSubmit={() => props.onSubmit()}
        error={props.error}
      />
    </div>
  );
}
