// The gallery's list: everything that a page made with ListPage can do, in each of its states. Route `/ui/list`.
import { useSearchParams } from '@solidjs/router';
import UserPlus from 'lucide-solid/icons/user-plus';
import { createMemo, createSignal, Show, type JSX } from 'solid-js';
import { StatusBadge } from './badge.tsx';
import { Banner } from './banner.tsx';
import { BatchDialog } from './batch-dialog.tsx';
import { startBatch, type Batch, type BatchVerdict } from './batch.ts';
import { Button } from './button.tsx';
import { useFormat } from './formatting.tsx';
import { galleryPeople, skillNames, teamNames, workNames, type GalleryPerson } from './gallery-list-data.ts';
import { PersonCard, usePeopleColumns } from './gallery-list-columns.tsx';
import { KeyValueList } from './key-value-list.tsx';
import { ListPage } from './list-page.tsx';
import { filter, useListQuery } from './list-query.ts';
import { Select } from './select.tsx';
import { SidePanel } from './side-panel.tsx';
import { ErrorState } from './states.tsx';
import { textMatcher } from './text-match.ts';
import { isWithin } from './time-range.ts';
import { toast } from './toast.tsx';

const counts = { many: 5_000, some: 300, none: 0, loading: 0, offline: 300, error: 0 } as const;
type Shown = keyof typeof counts;
const shownOptions: { value: Shown; label: string }[] = [
  { value: 'some', label: '三百行' },
  { value: 'many', label: '五千行' },
  { value: 'none', label: '空' },
  { value: 'loading', label: '加载中' },
  { value: 'offline', label: '离线' },
  { value: 'error', label: '失败' },
];

const works = ['free', 'busy', 'away'] as const;

export default function GalleryList(): JSX.Element {
  const [params, setParams] = useSearchParams<{ person?: string; shown?: string }>();
  const shown = (): Shown => shownOptions.find(({ value }) => value === params.shown)?.value ?? 'some';
  const { now } = useFormat();
  const began = now();
  const people = createMemo(() => galleryPeople(counts[shown()], began));
  const query = useListQuery(
    {
      team: filter.one(),
      work: filter.several(works),
      skill: filter.several(),
      joined: filter.range(),
      former: filter.flag(),
    },
    { sort: { column: 'name', direction: 'ascending' } },
  );
  const rows = createMemo(() => {
    const { team, work, skill, joined, former } = query.values;
    const matches = textMatcher(query.text());
    return people().filter(
      (person) =>
        (former || !person.former) &&
        (team === undefined || person.team === team) &&
        (work.length === 0 || work.includes(person.work)) &&
        (skill.length === 0 || skill.some((each) => person.skills.includes(each))) &&
        isWithin(person.joinedAt, joined) &&
        matches(person.name, person.phone, person.note),
    );
  });
  const chosen = createMemo(() => people().find(({ id }) => id === params.person));
  const [batch, setBatch] = createSignal<Batch>();
  const columns = usePeopleColumns();
  return (
    <>
      <ListPage
        title="列表示例"
        storageKey="gallery-people"
        query={query}
        columns={columns}
        rows={rows()}
        total={people().length}
        rowKey={({ id }) => id}
        card={(person) => <PersonCard person={person} />}
        rowTone={({ former }) => (former ? 'muted' : undefined)}
        search="姓名、电话、备注"
        filters={[
          { key: 'team', label: '区域', options: optionsOf(teamNames) },
          { key: 'work', label: '状态', options: optionsOf(workNames) },
          { key: 'skill', label: '技能', options: skillNames.map((name) => ({ value: name, label: name })) },
          { key: 'joined', label: '加入时间' },
          { key: 'former', label: '含离职' },
        ]}
        banner={
          shown() === 'offline' ? (
            <Banner tone="warning">离线：显示的是本机上的数据，改动会在联网后发送。</Banner>
          ) : undefined
        }
        actions={
          <>
            <Select
              label="内容"
              hideLabel
              options={shownOptions}
              value={shown()}
              onChange={(next) => setParams({ shown: next === 'some' ? null : next })}
            />
            <Button variant="primary" icon={UserPlus} onClick={() => toast.info('新增')}>
              新增
            </Button>
          </>
        }
        state={shown() === 'loading' ? 'loading' : shown() === 'error' ? 'error' : 'ready'}
        error={<ErrorState hint="请检查网络后重试。" onRetry={() => setParams({ shown: null })} />}
        empty={{
          title: '还没有人员',
          hint: '新增第一个人员后，他会出现在这里。',
          action: <Button variant="primary">新增人员</Button>,
        }}
        batch={(selection) => (
          <Button size="small" onClick={() => setBatch(disableSome(selection.rows()))}>
            停用
          </Button>
        )}
        chosen={chosen()?.id}
        onOpen={({ id }) => setParams({ person: id })}
        panel={
          <Show when={chosen()}>
            {(person) => (
              <SidePanel title={person().name} onClose={() => setParams({ person: null })}>
                <PersonFacts person={person()} />
              </SidePanel>
            )}
          </Show>
        }
      />
      <BatchDialog title="停用人员" batch={batch()} onClose={() => setBatch(undefined)} />
    </>
  );
}

function PersonFacts(props: { person: GalleryPerson }): JSX.Element {
  const format = useFormat();
  const items = () => [
    { label: '电话', value: format.phone(props.person.phone) },
    { label: '区域', value: teamNames[props.person.team] },
    { label: '状态', value: <StatusBadge tone="info">{workNames[props.person.work]}</StatusBadge> },
    { label: '余额', value: format.money(props.person.balanceFen) },
  ];
  return <KeyValueList items={items()} />;
}

const optionsOf = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

/** Each fourth fails at the first try. */
function disableSome(people: readonly GalleryPerson[]): Batch {
  const tried = new Set<string>();
  const verdictOn = ({ id }: GalleryPerson): BatchVerdict => {
    const again = tried.has(id);
    tried.add(id);
    return again || Number(id.slice('person-'.length)) % 4 > 0
      ? 'done'
      : { failed: '该人员还有未完成的任务' };
  };
  return startBatch({
    items: people,
    key: ({ id }) => id,
    label: ({ name }) => name,
    atOnce: 5,
    broken: '操作未能完成，请重试',
    perform: async (some) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return some.map(verdictOn);
    },
  });
}
