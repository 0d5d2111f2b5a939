// The frame of every map. The part that draws is large, so it is loaded when the first map is shown; the service
// worker keeps it on the device.
import { createSignal, Match, onMount, Switch, type Component, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../../i18n/strings.ts';
import { cx } from '../cx.ts';
import { ErrorState } from '../states.tsx';
import { useMapServices } from './basemap.tsx';
import type { MapCanvasProps } from './map-canvas.tsx';
import css from './map.module.css';
import { mapStrings } from './strings.ts';

export interface MapFrameProps extends Omit<MapCanvasProps, 'basemap'> {
  class?: string | undefined;
  /** As high as there is room, in a column; else 320 pixels or what `class` says. */
  fill?: boolean | undefined;
}

export function MapFrame(props: MapFrameProps): JSX.Element {
  const t = useStrings(mapStrings);
  const { basemap } = useMapServices();
  const [canvas, setCanvas] = createSignal<Component<MapCanvasProps>>();
  const [failed, setFailed] = createSignal(false);
  const load = async (): Promise<void> => {
    setFailed(false);
    try {
      const { default: component } = await import('./map-canvas.tsx');
      setCanvas(() => component);
    } catch {
      setFailed(true);
    }
  };
  onMount(() => void load());
  return (
    <div class={cx(css.frame, props.class)} data-fill={props.fill ? '' : undefined}>
      <Switch fallback={<div class={css.waiting}>{t().loading}</div>}>
        <Match when={failed()}>
          <ErrorState title={t().failed} hint={t().failedHint} onRetry={() => void load()} />
        </Match>
        <Match when={canvas()}>
          {(component) => <Dynamic component={component()} {...props} basemap={basemap()} />}
        </Match>
      </Switch>
    </div>
  );
}
