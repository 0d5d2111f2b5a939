// What is on paper instead of the page: made when it is printed, from a button or by the browser's own command.
import { createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { Portal } from 'solid-js/web';

/** @param children make it */
export function Printed(props: { children: () => JSX.Element }): JSX.Element {
  const [printing, setPrinting] = createSignal(false);
  const begin = (): void => void setPrinting(true);
  const end = (): void => void setPrinting(false);
  window.addEventListener('beforeprint', begin);
  window.addEventListener('afterprint', end);
  onCleanup(() => {
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
  });
  return (
    <Show when={printing()}>
      <Portal ref={(element) => element.setAttribute('data-printed', '')}>{props.children()}</Portal>
    </Show>
  );
}
