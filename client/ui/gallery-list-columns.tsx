// The columns of the gallery's list: most are a value and nothing else.
import type { JSX } from 'solid-js';
import { StatusBadge } from './badge.tsx';
import type { Column } from './data-table-types.ts';
import { formatMoney, formatPhone } from './format.ts';
import { teamNames, workNames, type GalleryPerson } from './gallery-list-data.ts';
import css from './gallery.module.css';
import { MoreMenu } from './menu.tsx';
import { day, instant, money } from './spreadsheet/cell.ts';
import { toast } from './toast.tsx';

const tones = { free: 'success', busy: 'progress', away: 'neutral' } as const;

export function usePeopleColumns(): readonly Column<GalleryPerson>[] {
  return [
    { id: 'name', header: '姓名', width: 110, value: ({ name }) => name, sort: true },
    {
      id: 'phone',
      header: '电话',
      width: 130,
      value: ({ phone }) => phone,
      cell: ({ phone }) => formatPhone(phone),
    },
    { id: 'team', header: '区域', width: 80, value: ({ team }) => teamNames[team], sort: true },
    {
      id: 'work',
      header: '状态',
      width: 100,
      value: ({ work }) => workNames[work],
      cell: (person) => <StatusBadge tone={tones[person.work]}>{workNames[person.work]}</StatusBadge>,
      sort: true,
    },
    { id: 'skills', header: '技能', width: 140, grow: true, value: ({ skills }) => skills.join('、') },
    {
      id: 'balance',
      header: '余额',
      width: 110,
      align: 'end',
      value: ({ balanceFen }) => money(balanceFen),
      sort: true,
    },
    { id: 'trips', header: '次数', width: 80, align: 'end', value: ({ trips }) => trips, sort: true },
    {
      id: 'joined',
      header: '加入时间',
      width: 130,
      value: ({ joinedAt }) => instant(joinedAt),
      sort: true,
      roomy: true,
    },
    {
      id: 'licensed',
      header: '证件有效期',
      width: 120,
      value: ({ licensedUntil }) => day(licensedUntil),
      sort: true,
      roomy: true,
    },
    { id: 'note', header: '备注', width: 160, grow: true, value: ({ note }) => note, hidden: true },
    {
      id: 'menu',
      header: '操作',
      hideHeader: true,
      width: 56,
      align: 'end',
      cell: (person) => (
        <MoreMenu
          label={`${person.name} 的操作`}
          items={[{ label: '打开', onSelect: () => toast.info(person.name) }]}
        />
      ),
    },
  ];
}

export function PersonCard(props: { person: GalleryPerson }): JSX.Element {
  return (
    <div class={css.card}>
      <div class={css.cardHead}>
        <strong>{props.person.name}</strong>
        <StatusBadge tone={tones[props.person.work]}>{workNames[props.person.work]}</StatusBadge>
      </div>
      <div class="tabular">
        {formatPhone(props.person.phone)} · {teamNames[props.person.team]}
      </div>
      <div class="tabular">{formatMoney(props.person.balanceFen)}</div>
    </div>
  );
}
