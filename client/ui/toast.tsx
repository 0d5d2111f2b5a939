// Short news about what just happened. Errors stay until they are closed; the rest leave by themselves,
// but not while a mouse or the keyboard is on them or the page is in the background. What is said again takes the
// place of what it said before.
import { Toast as Kobalte, toaster } from '@kobalte/core/toast';
import CircleCheck from 'lucide-solid/icons/circle-check';
import Info from 'lucide-solid/icons/info';
import OctagonAlert from 'lucide-solid/icons/octagon-alert';
import X from 'lucide-solid/icons/x';
import { onCleanup, Show, type JSX } from 'solid-js';
import { Dynamic, Portal } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import { Button } from './button.tsx';
import { uiStrings } from './strings.ts';
import css from './toast.module.css';

export interface ToastOptions {
  /** One thing to do about it; doing it closes the toast. */
  action?: { label: string; onSelect: () => void } | undefined;
  /** A second, quieter line. */
  detail?: string | undefined;
}

type Tone = 'success' | 'info' | 'error';

/** Each returns an id for `toast.dismiss`. */
export const toast = {
  success: (text: string, options: ToastOptions = {}): number => show('success', text, options),
  info: (text: string, options: ToastOptions = {}): number => show('info', text, options),
  error: (text: string, options: ToastOptions = {}): number => show('error', text, options),
  dismiss: (id: number): void => {
    toaster.dismiss(id);
  },
};

/** Mounted once, at the root. */
export function ToastRegion(): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <Portal>
      <Kobalte.Region aria-label={t().notifications} duration={5000} limit={4} class={css.region} topLayer>
        <Kobalte.List as="div" class={css.list} />
      </Kobalte.Region>
    </Portal>
  );
}

/** One has to read it, decide, and get there. */
const withActionMs = 10_000;

const icons = { success: CircleCheck, info: Info, error: OctagonAlert };

/** The toasts that are there, by what they say. */
const standing = new Map<string, number>();

/** One with an action stands for itself: what could be undone by the former one still can. */
let alone = 0;

function show(tone: Tone, text: string, options: ToastOptions): number {
  const saying = JSON.stringify([tone, text, options.detail, options.action && ++alone]);
  const former = standing.get(saying);
  if (former !== undefined) toaster.dismiss(former);
  const forget = (gone: number): void => {
    if (standing.get(saying) === gone) standing.delete(saying);
  };
  const id = toaster.show((props) => {
    onCleanup(() => forget(props.toastId));
    return <ToastCard id={props.toastId} tone={tone} text={text} options={options} />;
  });
  standing.set(saying, id);
  return id;
}

/** Kobalte holds the time of all toasts from here until the pointer leaves: a finger does not hover. */
const passFinger = (event: PointerEvent): void => {
  if (event.pointerType !== 'mouse') event.stopPropagation();
};

/** The focus would stay, and hold the time; the keyboard gets there all the same. */
const leaveFocus = (event: MouseEvent): void => event.preventDefault();

function ToastCard(props: { id: number; tone: Tone; text: string; options: ToastOptions }): JSX.Element {
  const t = useStrings(uiStrings);
  const act = (action: { onSelect: () => void }): void => {
    toaster.dismiss(props.id);
    action.onSelect();
  };
  return (
    <Kobalte
      as="div"
      toastId={props.id}
      class={css.toast}
      data-tone={props.tone}
      {...(props.options.action && { duration: withActionMs })}
      persistent={props.tone === 'error'}
      priority={props.tone === 'error' ? 'high' : 'low'}
      onPointerMove={passFinger}
      onMouseDown={leaveFocus}
    >
      <span class={css.icon}>
        <Dynamic component={icons[props.tone]} size={18} />
      </span>
      <div class={css.text}>
        <Kobalte.Title>{props.text}</Kobalte.Title>
        <Show when={props.options.detail}>
          <Kobalte.Description class={css.detail}>{props.options.detail}</Kobalte.Description>
        </Show>
      </div>
      <Show when={props.options.action}>
        {(action) => (
          <Button size="small" onClick={() => act(action())}>
            {action().label}
          </Button>
        )}
      </Show>
      <Kobalte.CloseButton class={css.close} aria-label={t().close}>
        <X size={16} />
      </Kobalte.CloseButton>
    </Kobalte>
  );
}
