// What is on paper instead of the page: made when it is printed, from a button or by the browser's own command.
import { createSignal, onCleanup, Show, type JSX } from 'solid-js';
import { Portal } from 'solid-js/web';

interface PrintedProps {
  /** Whatever else would be printed is not: it is of a dialog that lies over the page. */
  alone?: boolean | undefined;
  /** Make it. */
  children: () => JSX.Element;
}

export function Printed(props: PrintedProps): JSX.Element {
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
      <Portal ref={(element) => element.setAttribute('data-printed', props.alone ? 'alone' : '')}>
        {props.children()}
      </Portal>
    </Show>
  );
}
