// What stands where content would: nothing there, still coming, or failed.
import CloudOff from 'lucide-solid/icons/cloud-off';
import Inbox from 'lucide-solid/icons/inbox';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { For, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import { Button } from './button.tsx';
import type { IconComponent } from './icon.ts';
import css from './states.module.css';
import { uiStrings } from './strings.ts';

export interface EmptyStateProps {
  /** It is all there is on the page: its title is the page's. */
  page?: boolean | undefined;
  icon?: IconComponent | undefined;
  title?: string | undefined;
  /** What to do to have something here. */
  hint?: JSX.Element;
  action?: JSX.Element;
}

export function EmptyState(props: EmptyStateProps): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <div class={css.state}>
      <span class={css.icon}>
        <Dynamic component={props.icon ?? Inbox} size={24} strokeWidth={1.75} />
      </span>
      <Dynamic component={props.page ? 'h1' : 'p'} class={css.title}>
        {props.title ?? t().nothingHere}
      </Dynamic>
      <Show when={props.hint}>
        <p class={css.hint}>{props.hint}</p>
      </Show>
      <Show when={props.action}>
        <div class={css.action}>{props.action}</div>
      </Show>
    </div>
  );
}

export interface ErrorStateProps {
  /** It is all there is on the page: its title is the page's. */
  page?: boolean | undefined;
  /** What happened, in the person's words. */
  title?: string | undefined;
  /** What to do now. */
  hint?: JSX.Element;
  onRetry?: (() => void) | undefined;
  retrying?: boolean | undefined;
  /** For whoever is asked for help, e.g. an error's code. */
  code?: string | undefined;
}

export function ErrorState(props: ErrorStateProps): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <div class={css.state} role="alert">
      <span class={css.icon} data-tone="danger">
        <CloudOff size={24} strokeWidth={1.75} />
      </span>
      <Dynamic component={props.page ? 'h1' : 'p'} class={css.title}>
        {props.title ?? t().loadFailed}
      </Dynamic>
      <Show when={props.hint}>
        <p class={css.hint}>{props.hint}</p>
      </Show>
      <Show when={props.code}>
        <code class={css.code}>{props.code}</code>
      </Show>
      <Show when={props.onRetry}>
        {(retry) => (
          <div class={css.action}>
            <Button icon={RefreshCw} busy={props.retrying} onClick={() => retry()()}>
              {t().retry}
            </Button>
          </div>
        )}
      </Show>
    </div>
  );
}

/** Grey rows in the shape of what is coming. */
export function LoadingState(props: { rows?: number | undefined; label?: string | undefined }): JSX.Element {
  const t = useStrings(uiStrings);
  return (
    <div class={css.loading} role="status">
      <span class="visually-hidden">{props.label ?? t().loading}</span>
      <For each={Array.from({ length: props.rows ?? 5 })}>
        {() => (
          <div class={css.skeleton} aria-hidden="true">
            <span />
            <span />
            <span />
          </div>
        )}
      </For>
    </div>
  );
}

/** A key on the keyboard. */
export function Kbd(props: { children: JSX.Element }): JSX.Element {
  return <kbd class={css.kbd}>{props.children}</kbd>;
}
