// Where the order went: the places that were agreed, and where the driver's phone was at each step, in their order.
import Flag from 'lucide-solid/icons/flag';
import Navigation from 'lucide-solid/icons/navigation';
import MapPin from 'lucide-solid/icons/map-pin';
import { createEffect, createMemo, type JSX } from 'solid-js';
import type { ProjectedOrder } from '../../data/orders.ts';
import { useStrings } from '../../i18n/strings.ts';
import { Card } from '../../ui/card.tsx';
import { useFormat } from '../../ui/formatting.tsx';
import { MapView } from '../../ui/map/map-view.tsx';
import type { MapLine, MapPoint } from '../../ui/map/types.ts';
import { entryTitle } from '../order-timeline.tsx';
import { orderStrings } from '../strings.ts';
import css from './detail.module.css';
import { detailStrings } from './strings.ts';

interface Props {
  order: ProjectedOrder;
  /** Of an entry of the timeline, or `pickup` or `destination`. */
  selected: string | undefined;
  onSelect: (id: string) => void;
}

export function TrackMap(props: Props): JSX.Element {
  const t = useStrings(detailStrings);
  const words = useStrings(orderStrings);
  const format = useFormat();
  const steps = createMemo(() =>
    props.order.timeline.flatMap(({ id, type, recordedAt, position }): MapPoint[] =>
      position
        ? [
            {
              ...{ id, lng: position.lng, lat: position.lat, tone: 'progress', icon: Navigation },
              label: entryTitle(type, words()),
              detail: format.short(recordedAt),
            },
          ]
        : [],
    ),
  );
  const places = createMemo((): MapPoint[] => {
    const { pickup, destination } = props.order;
    return [
      { ...pickup, id: 'pickup', label: t().pickup, detail: pickup.address, tone: 'danger', icon: MapPin },
      ...(destination
        ? [
            {
              ...{ ...destination, id: 'destination', label: t().destination, detail: destination.address },
              ...({ tone: 'success', icon: Flag } as const),
            },
          ]
        : []),
    ];
  });
  const lines = createMemo((): MapLine[] => {
    const { pickup, destination } = props.order;
    return [
      ...(steps().length > 1 ? [{ id: 'track', points: steps(), tone: 'progress' as const }] : []),
      ...(destination
        ? [{ id: 'plan', points: [pickup, destination], tone: 'neutral' as const, dashed: true }]
        : []),
    ];
  });
  let frame: HTMLDivElement | undefined;
  createEffect(() => props.selected !== undefined && frame?.scrollIntoView({ block: 'nearest' }));
  return (
    <Card title={t().map} flush>
      <div ref={(element) => (frame = element)}>
        <MapView
          class={css.map}
          label={t().map}
          points={[...steps(), ...places()]}
          lines={lines()}
          selected={props.selected}
          onSelect={(id) => props.onSelect(id)}
        />
      </div>
    </Card>
  );
}
