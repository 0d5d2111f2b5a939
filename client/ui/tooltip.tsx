// A short text about a control, on hover and on keyboard focus. It never holds anything to click.
import { createEffect, createSignal, createUniqueId, onCleanup, Show, type JSX } from 'solid-js';
import { Floating } from './floating.tsx';
import css from './tooltip.module.css';

/** Around one focusable element. The text is also its accessible description. */
export function Tooltip(props: {
  text: string;
  side?: 'top' | 'bottom';
  children: JSX.Element;
}): JSX.Element {
  const [wrap, setWrap] = createSignal<HTMLSpanElement>();
  const id = createUniqueId();
  const target = () => wrap()?.firstElementChild ?? undefined;
  createEffect(() => target()?.setAttribute('aria-describedby', id));
  return (
    <>
      <span class={css.wrap} ref={setWrap}>
        {props.children}
      </span>
      <Tip anchor={target()} id={id} text={props.text} side={props.side ?? 'top'} />
    </>
  );
}

/** The bare bubble for parts that already hold their element; `id` is there for aria-describedby. */
export function Tip(props: {
  anchor: Element | undefined;
  id: string;
  text: string;
  side?: 'top' | 'bottom';
}): JSX.Element {
  const [open, setOpen] = createSignal(false);
  createEffect(() => {
    if (props.anchor instanceof HTMLElement) watch(props.anchor, setOpen);
  });
  return (
    <>
      <span id={props.id} hidden>
        {props.text}
      </span>
      <Show when={open()}>
        <Floating
          role="tooltip"
          class={css.tip}
          anchor={props.anchor}
          side={props.side ?? 'top'}
          align="center"
        >
          {props.text}
        </Floating>
      </Show>
    </>
  );
}

const hoverDelay = 350;

function watch(anchor: HTMLElement, setOpen: (open: boolean) => void): void {
  const released = new AbortController();
  const { signal } = released;
  let timer = 0;
  const show = (delay: number): void => {
    clearTimeout(timer);
    timer = window.setTimeout(() => setOpen(true), delay);
  };
  const hide = (): void => {
    clearTimeout(timer);
    setOpen(false);
  };
  anchor.addEventListener('pointerenter', (e) => e.pointerType === 'mouse' && show(hoverDelay), { signal });
  anchor.addEventListener('pointerleave', hide, { signal });
  anchor.addEventListener('focus', () => anchor.matches(':focus-visible') && show(0), { signal });
  anchor.addEventListener('blur', hide, { signal });
  anchor.addEventListener('keydown', (e) => e.key === 'Escape' && hide(), { signal });
  // A thumb can't hover: pressing what can't be pressed is how one asks why.
  anchor.addEventListener('click', () => (isDisabled(anchor) ? show(0) : hide()), { signal });
  onCleanup(() => {
    released.abort();
    hide();
  });
}

const isDisabled = (anchor: HTMLElement): boolean => anchor.getAttribute('aria-disabled') === 'true';
