// The frame of every page inside the Shell, and the few ways of laying things out.
import { children, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import css from './page.module.css';

export interface PageProps {
  title: string;
  /** Beside the title: a count, a status. */
  titleExtra?: JSX.Element;
  description?: JSX.Element;
  actions?: JSX.Element;
  /** Filters and search, in a line under the title. */
  toolbar?: JSX.Element;
  /** Banners, over everything else. */
  banner?: JSX.Element;
  /** The content takes exactly the height that is left and scrolls by itself: for a DataTable. */
  fill?: boolean | undefined;
  children: JSX.Element;
}

export function Page(props: PageProps): JSX.Element {
  return (
    <div class={css.page} data-fill={props.fill ? '' : undefined}>
      <Slot class={css.banner}>{props.banner}</Slot>
      <header class={css.header}>
        <div class={css.heading}>
          <h1 class={css.title}>{props.title}</h1>
          {props.titleExtra}
        </div>
        <div class={css.actions}>{props.actions}</div>
        <Slot class={css.description}>{props.description}</Slot>
      </header>
      <Slot class={css.toolbar}>{props.toolbar}</Slot>
      <div class={css.content}>{props.children}</div>
    </div>
  );
}

/** Takes room only while there is something in it, which is made once. */
function Slot(props: { class: string | undefined; children: JSX.Element }): JSX.Element {
  const content = children(() => props.children);
  return (
    <Show when={content.toArray().some(Boolean)}>
      <div class={props.class}>{content()}</div>
    </Show>
  );
}

/** Things under each other. */
export function Stack(props: { gap?: 'small' | 'normal' | 'large'; class?: string; children: JSX.Element }) {
  return (
    <div class={cx(css.stack, props.class)} data-gap={props.gap ?? 'normal'}>
      {props.children}
    </div>
  );
}

/** Things beside each other, on to the next line when there is no room. */
export function Row(props: { gap?: 'small' | 'normal' | 'large'; end?: boolean; children: JSX.Element }) {
  return (
    <div class={css.row} data-gap={props.gap ?? 'small'} data-end={props.end ? '' : undefined}>
      {props.children}
    </div>
  );
}

/** Fields in two columns (one at phone width); wrap a field in `Wide` to take both. */
export function FormGrid(props: { columns?: 1 | 2 | 3; children: JSX.Element }): JSX.Element {
  return (
    <div class={css.form} data-columns={props.columns ?? 2}>
      {props.children}
    </div>
  );
}

export function Wide(props: { children: JSX.Element }): JSX.Element {
  return <div class={css.wide}>{props.children}</div>;
}
