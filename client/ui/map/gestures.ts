// What fingers, wheel and keys do. A map in a page must not catch who only scrolls past it.
import type Interaction from 'ol/interaction/Interaction.js';
import DblClickDragZoom from 'ol/interaction/DblClickDragZoom.js';
import DoubleClickZoom from 'ol/interaction/DoubleClickZoom.js';
import DragPan from 'ol/interaction/DragPan.js';
import KeyboardZoom from 'ol/interaction/KeyboardZoom.js';
import MouseWheelZoom from 'ol/interaction/MouseWheelZoom.js';
import PinchZoom from 'ol/interaction/PinchZoom.js';
import Kinetic from 'ol/Kinetic.js';
import { focus, platformModifierKeyOnly } from 'ol/events/condition.js';
import type { Gestures } from './types.ts';

/** @param drag comes last, so that it is asked first: a pin is moved, not the map under it */
export function gesturesOf(gestures: Gestures, drag: Interaction): Interaction[] {
  return [
    new DoubleClickZoom(),
    new DblClickDragZoom(),
    pan(gestures),
    wheel(gestures),
    new PinchZoom(),
    new KeyboardZoom(),
    drag,
  ];
}

function pan(gestures: Gestures): DragPan {
  const drag: DragPan = new DragPan({
    kinetic: new Kinetic(-0.005, 0.05, 100),
    condition: ({ originalEvent }) => {
      const isTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch';
      return gestures === 'own' || !isTouch || drag.getPointerCount() === 2;
    },
  });
  return drag;
}

/** In a page the wheel zooms once the map has the focus, or with the key that zooms everywhere. */
function wheel(gestures: Gestures): MouseWheelZoom {
  return new MouseWheelZoom({
    condition: (event) => gestures === 'own' || platformModifierKeyOnly(event) || focus(event),
  });
}
