// The gallery's form: every kind of binding, rows, a draft, and a record that somebody else changes meanwhile.
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import Type from 'typebox';
import { createSignal, For, type JSX } from 'solid-js';
import { Phone, filledText, text } from '#schemas/core/types.ts';
import { Button, IconButton } from './button.tsx';
import { Card } from './card.tsx';
import { Checkbox } from './checkbox.tsx';
import { Combobox } from './combobox.tsx';
import { createForm, type Form } from './form/form.ts';
import { FormView } from './form/form-view.tsx';
import { SaveBar } from './form/save-bar.tsx';
import { galleryOptions } from './gallery-data.ts';
import css from './gallery.module.css';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import { FormGrid, Row, Stack } from './page.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';
import { toast } from './toast.tsx';

const Sample = Type.Object({
  name: filledText(20),
  phone: Type.Optional(Phone),
  place: Type.Optional(text(20)),
  kind: Type.Enum(['one', 'two']),
  day: Type.Integer({ minimum: 1, maximum: 28 }),
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
  return (
    <Card
      title="表单"
      actions={
        <Button
          size="small"
          onClick={() => setRecord((before) => ({ ...before, name: '别人改的名称', day: before.day + 1 }))}
        >
          模拟其他人修改
        </Button>
      }
    >
      <FormView form={form} footer={<SaveBar form={form} />}>
        <Stack>
          <FormGrid columns={3}>
            <TextField {...form.text('name', '名称')} description="填“重复”会被拒绝。" />
            <TextField {...form.text('phone', '电话')} type="tel" />
            <Combobox {...form.value('place', '地点')} options={galleryOptions} clearable />
            <Select
              {...form.value('kind', '类型')}
              options={[
                { value: 'one', label: '第一种' },
                { value: 'two', label: '第二种' },
              ]}
            />
            <NumberField {...form.value('day', '结算日')} integer />
            <Checkbox {...form.check('urgent', '紧急')} />
          </FormGrid>
          <RatesDemo form={form} />
        </Stack>
      </FormView>
    </Card>
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
