// The board's saved views: take one up, pass its link on, give the filters of just now a name.
import Bookmark from 'lucide-solid/icons/bookmark';
import Link from 'lucide-solid/icons/link';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { useStrings } from '../i18n/strings.ts';
import { recall, remember } from '../ui/appearance.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { usePersonalKey } from '../ui/person.tsx';
import { Popover } from '../ui/popover.tsx';
import { copyText } from '../ui/spreadsheet/save.ts';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.tsx';
import { isFiltered, type BoardQuery } from './board-query.ts';
import { boardStrings, type BoardStrings } from './board-strings.ts';
import css from './board.module.css';
import { queryOf, readViews, searchOf, withoutView, withView, type SavedView } from './saved-views.ts';

interface Props {
  query: BoardQuery;
  onQuery: (query: BoardQuery) => void;
}

export function ViewsMenu(props: Props): JSX.Element {
  const t = useStrings(boardStrings);
  const { views, keep } = useViews();
  const [open, setOpen] = createSignal(false);
  const current = () => views().find(({ search }) => search === searchOf(props.query));
  const apply = (view: SavedView): void => {
    props.onQuery(queryOf(view));
    setOpen(false);
  };
  const remove = ({ name }: SavedView): void => {
    keep(withoutView(views(), name));
    toast.success(t().views.removed(name));
  };
  return (
    <Popover
      label={current()?.name ?? t().views.title}
      title={t().views.title}
      icon={Bookmark}
      variant="ghost"
      placement="bottom-end"
      open={open()}
      onOpenChange={setOpen}
    >
      <div class={css.views}>
        <Show when={views().length > 0} fallback={<p class={css.noViews}>{t().views.none}</p>}>
          <ul class={css.viewList}>
            <For each={views()}>
              {(view) => (
                <li class={css.view}>
                  <Button
                    variant="ghost"
                    size="small"
                    class={css.viewName}
                    aria-pressed={view === current()}
                    onClick={() => apply(view)}
                  >
                    {view.name}
                  </Button>
                  <IconButton
                    size="small"
                    icon={Link}
                    label={t().views.copyLink(view.name)}
                    onClick={() => void copyLink(view, t())}
                  />
                  <IconButton
                    size="small"
                    icon={Trash}
                    label={t().views.remove(view.name)}
                    onClick={() => remove(view)}
                  />
                </li>
              )}
            </For>
          </ul>
        </Show>
        <SaveView query={props.query} onSave={(view) => keep(withView(views(), view))} />
      </div>
    </Popover>
  );
}

function SaveView(props: { query: BoardQuery; onSave: (view: SavedView) => void }): JSX.Element {
  const t = useStrings(boardStrings);
  const [name, setName] = createSignal('');
  const why = () => {
    if (!isFiltered(props.query)) return t().views.nothingToSave;
    return name().trim() === '' ? t().views.nameMissing : undefined;
  };
  const save = (event: Event): void => {
    event.preventDefault();
    if (why() !== undefined) return;
    props.onSave({ name: name().trim(), search: searchOf(props.query) });
    toast.success(t().views.saved(name().trim()));
    setName('');
  };
  return (
    <form class={css.saveView} onSubmit={save}>
      <TextField
        label={t().views.name}
        hideLabel
        placeholder={t().views.name}
        value={name()}
        onInput={setName}
      />
      <Button type="submit" size="small" disabledReason={why()}>
        {t().views.save}
      </Button>
    </form>
  );
}

/** Kept for each person on this device. */
function useViews() {
  const key = usePersonalKey('views.board');
  const [views, setViews] = createSignal(readViews(recall(key)));
  const keep = (next: readonly SavedView[]): void => {
    setViews(next);
    remember(key, JSON.stringify(next));
  };
  return { views, keep };
}

async function copyLink({ search }: SavedView, t: BoardStrings): Promise<void> {
  const isCopied = await copyText(`${location.origin}/orders?${search}`);
  if (isCopied) toast.success(t.views.copied);
  else toast.error(t.views.notCopied);
}
