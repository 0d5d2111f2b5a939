// The gallery's page of a record and its form: every kind of binding, rows, a draft, and a record that somebody else changes meanwhile.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import Type from 'typebox';
import { createSignal, For, type JSX } from 'solid-js';
import { Phone, filledText, text } from '#schemas/core/types.ts';
import { StatusBadge } from './badge.tsx';
import { Button, IconButton } from './button.tsx';
import { Card } from './card.tsx';
import { Combobox } from './combobox.tsx';
import { createForm, type Form } from './form/form.ts';
import { galleryOptions } from './gallery-data.ts';
import css from './gallery.module.css';
import { MoneyField } from './money-field.tsx';
import { MultiSelect } from './multi-select.tsx';
import { NumberField } from './number-field.tsx';
import { FormGrid, Row, Stack } from './page.tsx';
import { PhoneField } from './plate-field.tsx';
import { RecordPage, type RecordSection } from './record-page.tsx';
import { Select } from './select.tsx';
import { Switch } from './switch.tsx';
import { TextField } from './text-field.tsx';
import { toast } from './toast.tsx';

const Sample = Type.Object({
  name: filledText(20),
  phone: Type.Optional(Phone),
  place: Type.Optional(text(20)),
  kind: Type.Enum(['one', 'two']),
  day: Type.Integer({ minimum: 1, maximum: 28 }),
  places: Type.Array(text(20)),
  urgent: Type.Boolean(),
  rates: Type.Array(Type.Object({ title: filledText(20), startFen: Type.Integer({ minimum: 0 }) }), {
    maxItems: 4,
  }),
});
type Sample = Type.Static<typeof Sample>;

const first: Sample = {
  name: '示例客户',
  kind: 'one',
  day: 5,
  places: [],
  urgent: false,
  rates: [{ title: '白天', startFen: 20_000 }],
};

export function FormDemo(): JSX.Element {
  const [record, setRecord] = createSignal<Sample>(first);
  const form = createForm({
    schema: Sample,
    initial: record,
    draftKey: 'gallery',
    problems: ({ day, urgent }) => (urgent && day === 1 ? { day: '紧急时不能是 1 号' } : {}),
    onSubmit: async (sample) => {
      if (sample.name === '重复') return { name: '这个名称已经有了' };
      setRecord(sample);
      return undefined;
    },
    onSaved: () => toast.success('已保存'),
  });
  const change = (): void => {
    setRecord((before) => ({ ...before, name: '别人改的名称', day: (before.day % 28) + 1 }));
  };
  const sections: readonly RecordSection[] = [
    { id: 'demo-facts', label: '资料', content: () => <FactsDemo form={form} /> },
    {
      id: 'demo-rates',
      label: '价目',
      hint: '每行一个价目，最多四行。',
      content: () => <RatesDemo form={form} />,
    },
  ];
  return (
    <Card title="记录页与表单" flush>
      <div class={css.record}>
        <RecordPage
          form={form}
          title={form.values.name ?? ''}
          back={{ href: '/ui', label: '返回列表' }}
          badges={<StatusBadge tone="success">启用</StatusBadge>}
          unsent
          changed={{ by: '李四', at: '2026-03-05T06:07:00.000Z' }}
          actions={<Button onClick={change}>模拟其他人修改</Button>}
          menu={[
            { label: '修改记录', onSelect: () => toast.info('修改记录') },
            { label: '停用', onSelect: () => toast.info('停用') },
            { label: '删除', tone: 'danger', separated: true, onSelect: () => toast.error('删除') },
          ]}
          sections={sections}
        />
      </div>
    </Card>
  );
}

function FactsDemo(props: { form: Form<Sample> }): JSX.Element {
  const kinds = [
    { value: 'one' as const, label: '第一种' },
    { value: 'two' as const, label: '第二种' },
  ];
  return (
    <FormGrid columns={3}>
      <TextField {...props.form.text('name', '名称')} description="填“重复”会被拒绝。" />
      <PhoneField {...props.form.text('phone', '电话')} />
      <Combobox {...props.form.value('place', '地点')} options={galleryOptions} clearable />
      <Select {...props.form.value('kind', '类型')} options={kinds} />
      <NumberField {...props.form.value('day', '结算日')} integer />
      <MultiSelect {...props.form.list('places', '服务范围')} options={galleryOptions} placeholder="全部" />
      <Switch {...props.form.check('urgent', '紧急')} />
    </FormGrid>
  );
}

function RatesDemo(props: { form: Form<Sample> }): JSX.Element {
  const rows = props.form.rows('rates');
  return (
    <Stack gap="small">
      <For each={rows.items()}>
        {(_, index) => (
          <div class={css.rate}>
            <TextField {...props.form.text(`rates.${index()}.title`, '价目')} />
            <MoneyField {...props.form.value(`rates.${index()}.startFen`, '起步价')} />
            <IconButton
              label={`删除第 ${index() + 1} 行`}
              icon={Trash}
              onClick={() => rows.remove(index())}
            />
          </div>
        )}
      </For>
      <Row>
        <Button size="small" icon={Plus} onClick={() => rows.add({ title: '' })}>
          添加价目
        </Button>
        <span role="alert">{rows.error()}</span>
      </Row>
    </Stack>
  );
}
