// Buttons. One that can't be used now stays focusable and says why, instead of going dead.
import { A } from '@solidjs/router';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import { createSignal, createUniqueId, Show, splitProps, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import css from './button.module.css';
import { cx } from './cx.ts';
import type { IconComponent } from './icon.ts';
import { uiStrings } from './strings.ts';
import { Tip } from './tooltip.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'ghost' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'large';

interface Look {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  icon?: IconComponent | undefined;
  /** As wide as its container. */
  block?: boolean | undefined;
}

type Native = Omit<JSX.ButtonHTMLAttributes<HTMLButtonElement>, 'disabled' | 'onClick' | 'ref'>;

export interface ButtonProps extends Native, Look {
  onClick?: ((event: MouseEvent) => void) | undefined;
  ref?: ((element: HTMLButtonElement) => void) | undefined;
  /** Something is under way: shown, announced, and further clicks do nothing. */
  busy?: boolean | undefined;
  /** Why it can't be used now. Present: aria-disabled, still focusable, with this as its tooltip. */
  disabledReason?: string | undefined;
}

const ownProps = [
  ...(['variant', 'size', 'icon', 'block', 'busy', 'disabledReason'] as const),
  ...(['class', 'onClick', 'ref', 'children', 'type'] as const),
] as const;

export function Button(props: ButtonProps): JSX.Element {
  return <BaseButton {...props} />;
}

export interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'children' | 'aria-label' | 'block'> {
  /** Its accessible name, and its tooltip. */
  label: string;
  icon: IconComponent;
}

/** A square button with an icon alone; ghost unless said otherwise. */
export function IconButton(props: IconButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['label', 'class']);
  return (
    <BaseButton
      variant="ghost"
      {...rest}
      aria-label={own.label}
      hint={own.label}
      class={cx(css.square, own.class)}
    />
  );
}

function BaseButton(props: ButtonProps & { hint?: string }): JSX.Element {
  const [own, rest] = splitProps(props, [...ownProps, 'hint']);
  const t = useStrings(uiStrings);
  const [element, setElement] = createSignal<HTMLButtonElement>();
  const tipId = createUniqueId();
  const blocked = () => own.busy === true || own.disabledReason !== undefined;
  const hold = (node: HTMLButtonElement): void => {
    setElement(node);
    own.ref?.(node);
  };
  const click = (event: MouseEvent): void => {
    if (!blocked()) return own.onClick?.(event);
    // A submit button would still submit: aria-disabled means nothing to the browser.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <button
        aria-describedby={own.disabledReason ? tipId : undefined}
        {...rest}
        ref={hold}
        type={own.type ?? 'button'}
        class={cx(css.button, own.block && css.block, own.class)}
        data-variant={own.variant ?? 'secondary'}
        data-size={own.size ?? 'normal'}
        data-busy={own.busy ? '' : undefined}
        aria-busy={own.busy ? 'true' : undefined}
        aria-disabled={blocked() ? 'true' : undefined}
        onClick={click}
      >
        <Face icon={own.icon} busy={own.busy} busyText={t().busy}>
          {own.children}
        </Face>
      </button>
      <Show when={own.disabledReason ?? own.hint}>
        {(text) => <Tip anchor={element()} id={tipId} text={text()} />}
      </Show>
    </>
  );
}

export interface LinkButtonProps extends Look {
  href: string;
  children: JSX.Element;
  class?: string | undefined;
  /** Leaves the app's router to the browser, e.g. for `tel:` or a download. */
  external?: boolean | undefined;
}

/** A link that looks like a button: it goes somewhere, so it is a link. */
export function LinkButton(props: LinkButtonProps): JSX.Element {
  return (
    <Dynamic
      component={props.external ? 'a' : A}
      href={props.href}
      class={cx(css.button, props.block && css.block, props.class)}
      data-variant={props.variant ?? 'secondary'}
      data-size={props.size ?? 'normal'}
    >
      <Face icon={props.icon}>{props.children}</Face>
    </Dynamic>
  );
}

function Face(props: {
  icon: IconComponent | undefined;
  busy?: boolean | undefined;
  busyText?: string;
  children: JSX.Element;
}): JSX.Element {
  return (
    <>
      <Show when={props.icon}>
        {(icon) => (
          <span class={css.icon}>
            <Dynamic component={icon()} size={16} />
          </span>
        )}
      </Show>
      <Show when={props.children}>
        <span class={css.label}>{props.children}</span>
      </Show>
      <Show when={props.busy}>
        <span class={css.spinner}>
          <LoaderCircle size={16} />
          <span class="visually-hidden">{props.busyText}</span>
        </span>
      </Show>
    </>
  );
}
