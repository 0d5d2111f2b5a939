// The gallery's fields: empty, filled, wrong, disabled.
import Search from 'lucide-solid/icons/search';
import { createSignal, type JSX } from 'solid-js';
import { Card } from './card.tsx';
import { Checkbox } from './checkbox.tsx';
import { matchOptions } from './combobox-match.ts';
import { Combobox, SuggestField, type OptionSearch } from './combobox.tsx';
import { DateTimeField } from './date-time-field.tsx';
import { galleryOptions } from './gallery-data.ts';
import { MoneyField } from './money-field.tsx';
import { NumberField } from './number-field.tsx';
import { FormGrid, Row, Stack } from './page.tsx';
import { Select } from './select.tsx';
import { TextArea, TextField } from './text-field.tsx';

/** Answers late, as a server would. */
const searchLater: OptionSearch = async (query, signal) => {
  await new Promise((resolve) => setTimeout(resolve, 300));
  signal.throwIfAborted();
  return matchOptions(galleryOptions, query);
};

export function FieldsDemo(): JSX.Element {
  return (
    <Card title="字段">
      <Stack>
        <FormGrid columns={3}>
          <TextDemo />
          <FigureDemo />
          <ChoiceDemo />
        </FormGrid>
        <CheckDemo />
      </Stack>
    </Card>
  );
}

function TextDemo(): JSX.Element {
  const [text, setText] = createSignal('');
  const [note, setNote] = createSignal('');
  return (
    <>
      <TextField
        label="文字"
        required
        description="说明文字写在这里。"
        placeholder="请输入"
        value={text()}
        onInput={setText}
      />
      <TextField
        label="搜索"
        type="search"
        before={<Search size={14} />}
        value={text()}
        onInput={setText}
        placeholder="编号、名称"
      />
      <TextField label="有误" value="12a" onInput={setText} error="请只输入数字，例如 123" />
      <TextField label="不可用" value="不能修改" onInput={setText} disabled />
      <TextField label="只读" value="只能查看" onInput={setText} readOnly />
      <TextArea label="多行文字" value={note()} onInput={setNote} maxLength={60} rows={2} />
    </>
  );
}

function FigureDemo(): JSX.Element {
  const [fen, setFen] = createSignal<number | null>(123450);
  const [count, setCount] = createSignal<number | null>(3.5);
  const [at, setAt] = createSignal<string | null>('2026-03-05T06:07:00.000Z');
  return (
    <>
      <MoneyField
        label="金额"
        value={fen()}
        onChange={setFen}
        max={10_000_000}
        description={`存储为 ${fen() ?? '空'} 分`}
      />
      <NumberField label="数量" value={count()} onChange={setCount} step={0.1} min={0} unit="公里" />
      <DateTimeField
        label="时间（上海）"
        value={at()}
        onChange={setAt}
        zone="Asia/Shanghai"
        description={at() ?? '空'}
      />
    </>
  );
}

function ChoiceDemo(): JSX.Element {
  const [choice, setChoice] = createSignal<'one' | 'two' | null>(null);
  const [place, setPlace] = createSignal<string | null>('b');
  const [remote, setRemote] = createSignal<string | null>(null);
  const [address, setAddress] = createSignal('');
  return (
    <>
      <Select
        label="选择"
        value={choice()}
        onChange={setChoice}
        options={[
          { value: 'one', label: '第一项' },
          { value: 'two', label: '第二项' },
        ]}
        clearable
      />
      <Combobox label="可搜索选择" options={galleryOptions} value={place()} onChange={setPlace} clearable />
      <Combobox label="远程搜索" options={searchLater} value={remote()} onChange={setRemote} />
      <SuggestField
        label="自由输入加建议"
        options={galleryOptions}
        value={address()}
        onInput={setAddress}
        description="可以填写列表之外的内容。"
      />
    </>
  );
}

function CheckDemo(): JSX.Element {
  const [on, setOn] = createSignal(true);
  return (
    <Row gap="large">
      <Checkbox label="已勾选" checked={on()} onChange={setOn} />
      <Checkbox label="部分勾选" checked={false} indeterminate onChange={setOn} />
      <Checkbox label="不可用" checked disabled onChange={setOn} />
      <Checkbox label="有误" checked={!on()} onChange={(next) => setOn(!next)} error="请先同意" />
    </Row>
  );
}
