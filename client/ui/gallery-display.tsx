// The gallery's badges, lists, banners, charts and stand-ins.
import CloudOff from 'lucide-solid/icons/cloud-off';
import Send from 'lucide-solid/icons/send';
import { createSignal, For, type JSX } from 'solid-js';
import { Badge, StatusBadge, type Tone } from './badge.tsx';
import { BarChart } from './bar-chart.tsx';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { Copied } from './copied.tsx';
import { Counter } from './counter.tsx';
import { Time, useFormat } from './formatting.tsx';
import { KeyValueList } from './key-value-list.tsx';
import { FormGrid, Row, Stack } from './page.tsx';
import { RowCard } from './row-card.tsx';
import { EmptyState, ErrorState, Kbd, LoadingState } from './states.tsx';
import { Tabs } from './tabs.tsx';
import { Timeline } from './timeline.tsx';

const tones: { tone: Tone; label: string }[] = [
  { tone: 'neutral', label: '待处理' },
  { tone: 'info', label: '已安排' },
  { tone: 'progress', label: '进行中' },
  { tone: 'success', label: '已完成' },
  { tone: 'warning', label: '需注意' },
  { tone: 'danger', label: '已失败' },
];

export function DisplayDemo(): JSX.Element {
  return (
    <FormGrid>
      <Card title="标记与横幅" actions={<Button size="small">操作</Button>}>
        <Stack>
          <Row>
            <For each={tones}>{(each) => <StatusBadge tone={each.tone}>{each.label}</StatusBadge>}</For>
          </Row>
          <Row>
            <Badge>普通标签</Badge>
            <Badge tone="info" icon={Send}>
              带图标
            </Badge>
            <Counter value={7} />
            <Counter value={12} tone="accent" />
            <Counter value={128} tone="danger" label="128 条未读" />
            <span>
              按 <Kbd>Ctrl</Kbd> <Kbd>K</Kbd> 搜索
            </span>
          </Row>
          <Row>
            <Copied text="https://example.com/s/4f1c" label="复制地址" />
          </Row>
          <RowCard
            title="手机上的一行"
            marks={<StatusBadge tone="success">已启用</StatusBadge>}
            lines={[['第一行', '并列的内容'], ['第二行'], [undefined]]}
          />
          <Banner tone="info">有 3 项内容等待发送。</Banner>
          <Banner tone="warning" title="网络已断开" action={<Button size="small">重新连接</Button>}>
            你可以继续工作，恢复后自动发送。
          </Banner>
          <Banner tone="danger" onClose={() => undefined}>
            本机存储空间不足。
          </Banner>
        </Stack>
      </Card>
      <TabsDemo />
    </FormGrid>
  );
}

function TabsDemo(): JSX.Element {
  const [tab, setTab] = createSignal<'facts' | 'log'>('facts');
  return (
    <Card title="标签页">
      <Tabs
        label="记录"
        value={tab()}
        onChange={setTab}
        tabs={[
          { value: 'facts', label: '资料', panel: () => <Facts /> },
          { value: 'log', label: '经过', count: 4, panel: () => <Log /> },
        ]}
      />
    </Card>
  );
}

function Facts(): JSX.Element {
  const format = useFormat();
  return (
    <KeyValueList
      items={[
        { label: '名称', value: '示例' },
        { label: '电话', value: format.phone('13812345678') },
        { label: '金额', value: format.money(123450) },
        { label: '距离', value: format.distance(12_340) },
        { label: '时间', value: <Time iso="2026-03-05T06:07:00.000Z" as="full" /> },
        { label: '现在', value: <Time iso={format.now()} as="relative" /> },
        { label: '备注', value: '值可以是任何内容，长的内容占满一行。', wide: true },
      ]}
    />
  );
}

function Log(): JSX.Element {
  return (
    <Timeline
      label="经过"
      items={[
        { id: '1', title: '已创建', tone: 'neutral', time: '14:02', detail: '来自电话' },
        { id: '2', title: '已安排', tone: 'info', time: '14:05' },
        { id: '3', title: '进行中', tone: 'progress', time: '14:20' },
        { id: '4', title: '已完成', tone: 'success', time: '14:55', pending: true },
      ]}
    />
  );
}

const months = ['2月', '3月', '4月', '5月', '6月', '7月'];
const amounts = [1_820_000, 2_450_000, 2_390_000, 3_120_000, 2_870_000, 3_660_000];
const counts = [38, 51, 49, 66, 60, 75];

export function ChartDemo(): JSX.Element {
  return (
    <FormGrid>
      <Card title="图表">
        <Chart label="按月的金额与数量" names={months} amounts={amounts} counts={counts} />
      </Card>
      <Card title="图表：一个时段、没有数据">
        <Stack>
          <Chart label="一个月的金额与数量" names={['7月']} amounts={[3_660_000]} counts={[75]} />
          <Chart label="没有数据的图表" names={[]} amounts={[]} counts={[]} />
        </Stack>
      </Card>
    </FormGrid>
  );
}

interface ChartProps {
  label: string;
  names: readonly string[];
  amounts: readonly number[];
  counts: readonly number[];
}

function Chart(props: ChartProps): JSX.Element {
  const format = useFormat();
  const count = (value: number) => String(value);
  return (
    <BarChart
      label={props.label}
      names={props.names}
      bars={{ label: '金额', values: props.amounts, format: format.money, short: format.money }}
      line={{ label: '数量', values: props.counts, format: count, short: count }}
    />
  );
}

const long = '一段很长的文字，用来看它在窄的地方怎样换行或截断，而旁边的标记和按钮仍然看得见、按得到';

/** Where names and notes are longer than anybody thought. */
function LongTextDemo(): JSX.Element {
  return (
    <Card title={long} actions={<Button size="small">操作</Button>}>
      <Stack>
        <Row>
          <StatusBadge tone="warning">{long}</StatusBadge>
          <Badge>{long}</Badge>
        </Row>
        <RowCard
          title={long}
          marks={<StatusBadge tone="success">已启用</StatusBadge>}
          lines={[[long, '并列']]}
        />
        <Banner tone="warning" title={long} action={<Button size="small">操作</Button>}>
          {long}
        </Banner>
        <KeyValueList items={[{ label: '名称', value: long }]} />
        <Timeline
          label="长文字"
          items={[{ id: '1', title: long, tone: 'info', time: '14:02', detail: long }]}
        />
        <Copied text={`https://example.com/${'s'.repeat(60)}`} label="复制长地址" />
        <Button>{long}</Button>
      </Stack>
    </Card>
  );
}

export function StatesDemo(): JSX.Element {
  return (
    <FormGrid columns={3}>
      <Card title="空" flush>
        <EmptyState title="还没有记录" hint="新建第一条，它会出现在这里。" action={<Button>新建</Button>} />
      </Card>
      <Card title="加载中" flush>
        <LoadingState rows={5} />
      </Card>
      <Card title="失败" flush>
        <ErrorState
          title="没有读到数据"
          hint="请检查网络后重试；已录入的内容都在本机。"
          code="network-unreachable"
          onRetry={() => undefined}
        />
      </Card>
      <Card title="正在重试" flush>
        <ErrorState title="没有读到数据" hint="正在再次连接服务器。" retrying onRetry={() => undefined} />
      </Card>
      <Card title="离线，本机没有" flush>
        <EmptyState icon={CloudOff} title="需要连接服务器" hint="联网后这里会自动显示；其他页面照常可用。" />
      </Card>
      <Card title="离线，本机有">
        <Stack>
          <Banner tone="info">当前离线，可以照常工作，恢复网络后自动发送。</Banner>
          <Facts />
        </Stack>
      </Card>
      <LongTextDemo />
    </FormGrid>
  );
}
