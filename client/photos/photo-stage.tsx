// The window that a photo lies under: the wheel enlarges it, a finger or the mouse moves it.
import ImageOff from 'lucide-solid/icons/image-off';
import { createEffect, createSignal, on, Show, type JSX } from 'solid-js';
import type { View } from './view.ts';
import css from './photos.module.css';

interface StageProps {
  readonly url: string | undefined;
  readonly view: View;
  readonly label: string;
  /** Why nothing is shown. */
  readonly hint: string;
}

export function PhotoStage(props: StageProps): JSX.Element {
  const [failed, setFailed] = createSignal(false);
  const [size, setSize] = createSignal({ width: 1, height: 1 });
  createEffect(
    on(
      () => props.url,
      () => setFailed(false),
    ),
  );
  let stage: HTMLDivElement | undefined;
  /** A quarter turn lays the long side across: it has to fit again. */
  const fit = (): number => {
    const { width, height } = size();
    if (props.view.turned() % 180 === 0 || !stage) return 1;
    return Math.min(stage.clientWidth / height, stage.clientHeight / width, 1);
  };
  const transform = () => {
    const { zoom, turned, offset } = props.view;
    return `translate(${offset().x}px, ${offset().y}px) rotate(${turned()}deg) scale(${zoom() * fit()})`;
  };
  const wheel = (event: WheelEvent): void => {
    event.preventDefault();
    if (event.deltaY < 0) props.view.zoomIn();
    else props.view.zoomOut();
  };
  const drag = ({ buttons, movementX, movementY }: PointerEvent): void => {
    if (buttons === 1) props.view.moveBy(movementX, movementY);
  };
  return (
    <div
      ref={(element) => (stage = element)}
      class={css.stage}
      data-zoomed={props.view.zoom() > 1 ? '' : undefined}
      onWheel={wheel}
      onPointerMove={drag}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onDblClick={() => (props.view.zoom() > 1 ? props.view.reset() : props.view.zoomIn())}
    >
      <Show
        when={!failed() && props.url}
        fallback={
          <p class={css.nothing}>
            <ImageOff size={28} aria-hidden="true" />
            {props.hint}
          </p>
        }
      >
        {(url) => (
          <img
            src={url()}
            alt={props.label}
            draggable={false}
            style={{ transform: transform() }}
            onLoad={({ currentTarget: { offsetWidth, offsetHeight } }) =>
              setSize({ width: offsetWidth, height: offsetHeight })
            }
            onError={() => setFailed(true)}
          />
        )}
      </Show>
    </div>
  );
}
