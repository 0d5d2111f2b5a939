// The drawn map with its buttons and notes. The heavy part: loaded when the first map is shown (map-frame.tsx).
import LocateFixed from 'lucide-solid/icons/locate-fixed';
import Maximize from 'lucide-solid/icons/maximize';
import Minus from 'lucide-solid/icons/minus';
import Plus from 'lucide-solid/icons/plus';
import ScaleLine from 'ol/control/ScaleLine.js';
import { createEffect, createSignal, on, onCleanup, onMount, Show, untrack, type JSX } from 'solid-js';
import { locale } from '../../i18n/locale.ts';
import { useStrings } from '../../i18n/strings.ts';
import { IconButton } from '../button.tsx';
import type { Basemap } from './basemap.tsx';
import { GestureHint } from './gesture-hint.tsx';
import css from './map.module.css';
import { createPalette } from './palette.ts';
import { createStage, type Stage } from './stage.ts';
import { mapStrings } from './strings.ts';
import type { LngLat } from './systems.ts';
import type { Gestures, MapLine, MapPoint } from './types.ts';

export interface MapCanvasProps {
  label: string;
  basemap: Basemap;
  gestures?: Gestures | undefined;
  points?: readonly MapPoint[] | undefined;
  /** Points that would cover each other are drawn as one, which says how many it is. */
  gathers?: boolean | undefined;
  lines?: readonly MapLine[] | undefined;
  selected?: string | undefined;
  onSelect?: ((id: string) => void) | undefined;
  onPoint?: ((id: string | undefined) => void) | undefined;
  pin?: LngLat | undefined;
  /** Present: a pin may be put, by tap, drag and arrow keys. */
  onPin?: ((point: LngLat) => void) | undefined;
  /** What is in view at first, and again when it becomes another array. */
  view: readonly LngLat[];
  /** Brought into view when it becomes another one. */
  reveal?: LngLat | undefined;
  /** Without coming nearer. */
  gently?: boolean | undefined;
  onLocate?: (() => void) | undefined;
  locating?: boolean | undefined;
  describedBy?: string | undefined;
  /** More controls, in the corner at the top. */
  children?: JSX.Element;
}

/** Made anew for another basemap: its projection is another. */
export default function MapCanvas(props: MapCanvasProps): JSX.Element {
  return (
    <Show when={props.basemap} keyed>
      {(basemap) => <Drawn {...props} basemap={basemap} />}
    </Show>
  );
}

function Drawn(props: MapCanvasProps): JSX.Element {
  const t = useStrings(mapStrings);
  const [failed, setFailed] = createSignal(false);
  const [stage, setStage] = createSignal<Stage>();
  let host!: HTMLDivElement;
  onMount(() => setStage(openStage(host, props, (loaded) => setFailed(!loaded))));
  follow(props, stage);
  const fitAll = (): void => stage()?.fit(everything(props));
  return (
    <>
      <div
        ref={host}
        class={css.canvas}
        data-gestures={props.gestures ?? 'page'}
        data-picks={props.onPin ? '' : undefined}
        role="application"
        aria-roledescription={t().map}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        tabIndex={0}
        onKeyDown={(event) => pressed(event, props, stage())}
      />
      <div class={css.corner}>{props.children}</div>
      <div class={css.buttons}>
        <IconButton label={t().zoomIn} icon={Plus} size="small" onClick={() => stage()?.zoomBy(1)} />
        <IconButton label={t().zoomOut} icon={Minus} size="small" onClick={() => stage()?.zoomBy(-1)} />
        <Show when={props.onLocate}>
          {(locate) => (
            <IconButton
              label={t().locate}
              icon={LocateFixed}
              size="small"
              busy={props.locating}
              onClick={() => locate()()}
            />
          )}
        </Show>
        <Show when={everything(props).length > 0}>
          <IconButton label={t().fitAll} icon={Maximize} size="small" onClick={fitAll} />
        </Show>
      </div>
      <Show when={props.gestures !== 'own'}>
        <GestureHint host={() => host} />
      </Show>
      <Credits basemap={props.basemap} failed={failed()} />
    </>
  );
}

function Credits(props: { basemap: Basemap; failed: boolean }): JSX.Element {
  const t = useStrings(mapStrings);
  const provided = () => (props.basemap.kind === 'outline' ? undefined : props.basemap);
  return (
    <>
      <Show when={props.failed}>
        <p class={css.notice} role="status">
          {t().baseFailed}
        </p>
      </Show>
      <p class={css.credits}>
        {[provided()?.attribution, provided()?.approval, provided() ? '' : t().outline]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </>
  );
}

function openStage(host: HTMLDivElement, props: MapCanvasProps, onBase: (loaded: boolean) => void): Stage {
  const palette = createPalette(host);
  const stage = createStage({
    host,
    ...{ basemap: props.basemap, gestures: props.gestures ?? 'page', locale: locale(), onBase },
    look: palette,
    picks: () => props.onPin !== undefined,
    onTap: (point) => props.onPin?.(point),
    onPoint: (point) => (props.onPin ? props.onPin(point) : props.onSelect?.(point.id)),
    onOver: (point) => props.onPoint?.(point?.id),
    onPinMoved: (point) => props.onPin?.(point),
    controls: [new ScaleLine({ className: css.scale ?? '', minWidth: 56 })],
  });
  createEffect(on([palette, locale], () => stage.redraw(), { defer: true }));
  onCleanup(() => stage.close());
  return stage;
}

/** Brings what the page says onto the map, each thing when it changes. */
function follow(props: MapCanvasProps, stage: () => Stage | undefined): void {
  createEffect(() => stage()?.points.set(props.points ?? [], props.gathers === true));
  createEffect(() => stage()?.lines.set(props.lines ?? []));
  createEffect(() => stage()?.points.select(props.selected));
  createEffect(() => stage()?.fit(props.view));
  createEffect(() => {
    const { reveal } = props;
    if (!reveal) return;
    const gently = untrack(() => props.gently);
    if (gently) untrack(stage)?.reveal(reveal);
    else untrack(stage)?.moveTo(reveal);
  });
  createEffect(() => {
    const { pin } = props;
    stage()?.pin.set(pin);
    if (pin) untrack(stage)?.reveal(pin);
  });
}

function everything(props: MapCanvasProps): readonly LngLat[] {
  const lines = (props.lines ?? []).flatMap(({ points }) => points);
  return [...(props.points ?? []), ...lines, ...(props.pin ? [props.pin] : [])];
}

const steps: Readonly<Record<string, readonly [right: number, down: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The arrow keys move the pin, or the map where there is none to be put; Shift takes large steps, Alt single pixels. */
function pressed(event: KeyboardEvent, props: MapCanvasProps, stage: Stage | undefined): void {
  const step = steps[event.key];
  if (!stage || event.ctrlKey || event.metaKey) return;
  if (step) {
    event.preventDefault();
    const size = event.shiftKey ? 96 : event.altKey ? 1 : 16;
    move(stage, props, step[0] * size, step[1] * size);
  } else if ((event.key === 'Enter' || event.key === ' ') && props.onPin) {
    event.preventDefault();
    props.onPin(stage.centre());
  }
}

function move(stage: Stage, { pin, onPin }: MapCanvasProps, right: number, down: number): void {
  if (onPin) onPin(pin ? stage.shifted(pin, right, down) : stage.centre());
  else stage.moveTo(stage.shifted(stage.centre(), right * 4, down * 4), stage.zoom());
}
