// A value once it has rested for a moment, for what should not follow every step of a moving pin.
import { createEffect, createSignal, onCleanup, type Accessor } from 'solid-js';

const restMs = 500;

export function createSettled<T>(value: Accessor<T>): Accessor<T> {
  const [settled, setSettled] = createSignal(value());
  createEffect(() => {
    const next = value();
    const timer = setTimeout(() => setSettled(() => next), restMs);
    onCleanup(() => clearTimeout(timer));
  });
  return settled;
}
