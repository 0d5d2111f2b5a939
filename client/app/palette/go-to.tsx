// The palette with all there is in it. Loaded when it is first opened.
import { useNavigate } from '@solidjs/router';
import { createSignal, type JSX } from 'solid-js';
import { useStrings } from '../../i18n/strings.ts';
import { Palette } from '../../ui/palette.tsx';
import type { NavItem } from '../../ui/shell-nav.tsx';
import { useTargetGroups } from './groups.ts';
import css from './palette.module.css';
import { useRecent } from './recent.ts';
import { paletteStrings } from './strings.ts';
import type { Target } from './target.ts';

interface Props {
  open: boolean;
  onClose: () => void;
  pages: readonly NavItem[];
}

export default function GoTo(props: Props): JSX.Element {
  const t = useStrings(paletteStrings);
  const navigate = useNavigate();
  const recent = useRecent();
  const [query, setQuery] = createSignal('');
  const [left, setLeft] = createSignal(false);
  const { groups, busy } = useTargetGroups({ query, nav: () => props.pages, recent: recent.items });
  const close = (): void => {
    props.onClose();
    setQuery('');
  };
  const choose = (target: Target): void => {
    recent.add(target);
    setLeft(target.href !== undefined);
    close();
    target.run?.();
    if (target.href !== undefined) navigate(target.href);
  };
  const find = (id: string) =>
    groups()
      .flatMap(({ items }) => items)
      .find((target) => target.id === id);
  return (
    <Palette
      open={props.open}
      onClose={() => (setLeft(false), close())}
      label={t().open}
      placeholder={t().placeholder}
      query={query()}
      onQuery={setQuery}
      groups={groups()}
      busy={busy()}
      none={
        <>
          <p>{t().none}</p>
          <p class={css.hint}>{t().noneHint}</p>
        </>
      }
      onChoose={({ id }) => {
        const target = find(id);
        if (target) choose(target);
      }}
      focusOnClose={() => (left() ? document.getElementById('main') : null)}
    />
  );
}
