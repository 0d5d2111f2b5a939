// The gallery's palette: with results, while more may come, and without any.
import Building from 'lucide-solid/icons/building';
import Search from 'lucide-solid/icons/search';
import Truck from 'lucide-solid/icons/truck';
import { createSignal, type JSX } from 'solid-js';
import { Button } from './button.tsx';
import { Palette, type PaletteGroup } from './palette.tsx';
import { toast } from './toast.tsx';

const groups: readonly PaletteGroup[] = [
  {
    id: 'records',
    label: '记录',
    items: [
      { id: 'record-1', label: '示例记录 0305', icon: Truck, detail: '文三路 90 号', note: '进行中' },
      { id: 'record-2', label: '示例记录 0304', icon: Truck, detail: '石祥路 202 号', note: '已完成' },
    ],
  },
  { id: 'places', label: '地点', items: [{ id: 'place-1', label: '示例地点', icon: Building }] },
];

/** “空” finds nothing, “慢” is still looking. */
export function PaletteDemo(): JSX.Element {
  const [open, setOpen] = createSignal(false);
  const [query, setQuery] = createSignal('');
  const found = () =>
    groups
      .map((group) => ({
        ...group,
        items: group.items.filter(({ label }) => label.includes(query().trim())),
      }))
      .filter(({ items }) => items.length > 0);
  return (
    <>
      <Button icon={Search} onClick={() => setOpen(true)}>
        快速查找
      </Button>
      <Palette
        open={open()}
        onClose={() => setOpen(false)}
        label="快速查找"
        placeholder="输入“慢”或“空”看其他状态"
        query={query()}
        onQuery={setQuery}
        groups={found()}
        busy={query().includes('慢')}
        none={query().includes('慢') ? '正在查找…' : '没有找到，请换一个词'}
        onChoose={({ label }) => {
          setOpen(false);
          toast.info(label);
        }}
      />
    </>
  );
}
