// How much waits, and of what: three figures that lead to their part of the page.
import ArrowUpFromLine from 'lucide-solid/icons/arrow-up-from-line';
import CircleCheck from 'lucide-solid/icons/circle-check';
import GitCompareArrows from 'lucide-solid/icons/git-compare-arrows';
import OctagonX from 'lucide-solid/icons/octagon-x';
import { For, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useStrings } from '../i18n/strings.ts';
import type { IconComponent } from '../ui/icon.ts';
import { focusOn } from './focus.ts';
import css from './sync.module.css';
import { syncStrings, type SyncStrings } from './strings.ts';

type Part = 'refused' | 'conflict' | 'unsent';

interface Tile {
  readonly part: Part;
  readonly icon: IconComponent;
  readonly tone: 'danger' | 'accent';
  readonly name: (t: SyncStrings) => string;
  readonly none: (t: SyncStrings) => string;
}

const tiles: readonly Tile[] = [
  {
    part: 'refused',
    icon: OctagonX,
    tone: 'danger',
    name: (t) => t.refused.title,
    none: (t) => t.refused.none,
  },
  {
    part: 'conflict',
    icon: GitCompareArrows,
    tone: 'danger',
    name: (t) => t.conflict.title,
    none: (t) => t.conflict.none,
  },
  {
    part: 'unsent',
    icon: ArrowUpFromLine,
    tone: 'accent',
    name: (t) => t.unsent.title,
    none: (t) => t.nothingWaiting,
  },
];

export function Overview(props: { counts: Record<Part, number> }): JSX.Element {
  const t = useStrings(syncStrings);
  return (
    <ul class={css.overview} aria-label={t().overview}>
      <For each={tiles}>
        {(tile) => (
          <li>
            <Show
              when={props.counts[tile.part]}
              fallback={
                <p class={css.tile} data-empty>
                  <CircleCheck size={18} aria-hidden="true" />
                  <span>{tile.none(t())}</span>
                </p>
              }
            >
              {(count) => (
                <button type="button" class={css.tile} data-tone={tile.tone} onClick={() => goTo(tile.part)}>
                  <Dynamic component={tile.icon} size={18} aria-hidden="true" />
                  <strong class={css.figure}>{count()}</strong>
                  <span>{tile.name(t())}</span>
                </button>
              )}
            </Show>
          </li>
        )}
      </For>
    </ul>
  );
}

function goTo(part: Part): void {
  // Where nothing but photos waits, or was refused, they stand alone.
  const own = document.querySelector<HTMLElement>(`#${part} h2`);
  const heading = own ?? document.querySelector<HTMLElement>('#photos h2');
  if (!heading) return;
  focusOn(heading);
  heading.scrollIntoView({ block: 'start' });
}
