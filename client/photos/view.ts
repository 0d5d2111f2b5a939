// How a photo is looked at: enlarged, turned, and moved under the window.
import { batch, createSignal, type Accessor } from 'solid-js';

export interface View {
  readonly zoom: Accessor<number>;
  /** In degrees, always a quarter turn. */
  readonly turned: Accessor<number>;
  readonly offset: Accessor<{ readonly x: number; readonly y: number }>;
  zoomIn(this: void): void;
  zoomOut(this: void): void;
  rotate(this: void): void;
  /** In pixels of the window. */
  moveBy(this: void, x: number, y: number): void;
  reset(this: void): void;
}

const step = 1.5;
const most = 8;

export function createView(): View {
  const [zoom, setZoom] = createSignal(1);
  const [turned, setTurned] = createSignal(0);
  const [offset, setOffset] = createSignal({ x: 0, y: 0 });
  const zoomBy = (factor: number): void =>
    batch(() => {
      const next = Math.min(Math.max(zoom() * factor, 1), most);
      const ratio = next / zoom();
      setZoom(next);
      setOffset(({ x, y }) => (next === 1 ? { x: 0, y: 0 } : { x: x * ratio, y: y * ratio }));
    });
  return {
    ...{ zoom, turned, offset },
    zoomIn: () => zoomBy(step),
    zoomOut: () => zoomBy(1 / step),
    rotate: () => void setTurned((degrees) => degrees + 90),
    moveBy: (x, y) => {
      if (zoom() > 1) setOffset((before) => ({ x: before.x + x, y: before.y + y }));
    },
    reset: () =>
      batch(() => {
        setZoom(1);
        setTurned(0);
        setOffset({ x: 0, y: 0 });
      }),
  };
}
