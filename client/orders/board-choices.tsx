// How somebody wants his board: as a table or in columns by status, and whether it rings. Kept for each person.
import Bell from 'lucide-solid/icons/bell';
import BellOff from 'lucide-solid/icons/bell-off';
import Kanban from 'lucide-solid/icons/kanban';
import Table2 from 'lucide-solid/icons/table-2';
import { createSignal, type Accessor, type JSX } from 'solid-js';
import { chime } from '../alerts/chime.ts';
import { useSound } from '../alerts/sound.ts';
import { useStrings } from '../i18n/strings.ts';
import { recall, remember } from '../ui/appearance.ts';
import { IconButton } from '../ui/button.tsx';
import { usePersonalKey } from '../ui/person.tsx';
import { boardStrings } from './board-strings.ts';

export type BoardLayout = 'table' | 'lanes';

export function useBoardLayout(): { layout: Accessor<BoardLayout>; setLayout: (next: BoardLayout) => void } {
  const key = usePersonalKey('layout.board');
  const [layout, setLayout] = createSignal<BoardLayout>(recall(key) === 'lanes' ? 'lanes' : 'table');
  return {
    layout,
    setLayout: (next) => {
      setLayout(next);
      remember(key, next);
    },
  };
}

export function LayoutButton(props: {
  layout: BoardLayout;
  onLayout: (next: BoardLayout) => void;
}): JSX.Element {
  const t = useStrings(boardStrings);
  const isLanes = () => props.layout === 'lanes';
  return (
    <IconButton
      icon={isLanes() ? Table2 : Kanban}
      label={isLanes() ? t().toTable : t().toLanes}
      onClick={() => props.onLayout(isLanes() ? 'table' : 'lanes')}
    />
  );
}

/** Rings once when it is turned on: browsers let a page ring only after somebody has pressed something. */
export function SoundButton(): JSX.Element {
  const t = useStrings(boardStrings);
  const sound = useSound();
  const [on, setOn] = createSignal(sound.isOn());
  const toggle = (): void => {
    setOn(!on());
    sound.keep(on());
    if (on()) chime('new');
  };
  return (
    <IconButton
      icon={on() ? Bell : BellOff}
      aria-pressed={on()}
      label={on() ? t().soundOn : t().soundOff}
      onClick={toggle}
    />
  );
}
