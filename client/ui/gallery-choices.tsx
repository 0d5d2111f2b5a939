// The gallery's choices and the fields for what has a form of its own.
import { createSignal, type JSX } from 'solid-js';
import { Card } from './card.tsx';
import { CheckboxGroup, RadioGroup } from './choice-group.tsx';
import { DateField } from './date-field.tsx';
import { galleryOptions } from './gallery-data.ts';
import { MultiSelect } from './multi-select.tsx';
import { FormGrid, Row, Stack } from './page.tsx';
import { PasswordField, StrengthMeter } from './password-field.tsx';
import { PercentField } from './percent-field.tsx';
import { PhoneField, PlateField } from './plate-field.tsx';
import { Switch } from './switch.tsx';
import { TextListField } from './text-list-field.tsx';
import { MonthField, TimeField } from './time-field.tsx';

const many = Array.from({ length: 600 }, (_, index) => ({
  value: `m${index}`,
  label: `型号 ${index + 1}`,
  detail: index % 2 === 0 ? '轿车' : '客车',
}));

export function ChoicesDemo(): JSX.Element {
  return (
    <Card title="多选与专用字段">
      <Stack>
        <FormGrid columns={3}>
          <MultiDemo />
          <FormDemoFields />
        </FormGrid>
        <GroupsDemo />
      </Stack>
    </Card>
  );
}

function MultiDemo(): JSX.Element {
  const [places, setPlaces] = createSignal<readonly string[]>(['a', 'b']);
  const [models, setModels] = createSignal<readonly string[]>([]);
  const [addresses, setAddresses] = createSignal<readonly string[]>(['10.0.0.1', '10.0.0']);
  return (
    <>
      <MultiSelect label="多选" options={galleryOptions} value={places()} onChange={setPlaces} />
      <MultiSelect
        label="六百项中多选"
        options={many}
        value={models()}
        onChange={setModels}
        placeholder="全部型号"
      />
      <MultiSelect
        label="不可用的多选"
        options={galleryOptions}
        value={places()}
        onChange={setPlaces}
        disabled
      />
      <TextListField
        label="多个地址"
        value={addresses()}
        onChange={setAddresses}
        check={(text) => (/^\d+\.\d+\.\d+\.\d+$/.test(text) ? undefined : '请写成 10.0.0.1')}
      />
    </>
  );
}

function FormDemoFields(): JSX.Element {
  const [plate, setPlate] = createSignal('浙A12345');
  const [phone, setPhone] = createSignal('13812345678');
  const [password, setPassword] = createSignal('towline');
  const [day, setDay] = createSignal<string | null>('2026-03-05');
  const [time, setTime] = createSignal<string | null>('08:30');
  const [month, setMonth] = createSignal<string | null>(null);
  const [percent, setPercent] = createSignal<number | null>(30);
  return (
    <>
      <PlateField label="车牌" value={plate()} onInput={setPlate} />
      <PhoneField label="电话" value={phone()} onInput={setPhone} />
      <PasswordField
        label="密码"
        autocomplete="new-password"
        value={password()}
        onInput={setPassword}
        meter={<StrengthMeter score={Math.min(4, Math.floor(password().length / 3))} text="强度示例" />}
      />
      <DateField label="日期" value={day()} onChange={setDay} description={day() ?? '空'} />
      <TimeField label="时刻" value={time()} onChange={setTime} description="830、8点半都可以" />
      <MonthField label="月份" value={month()} onChange={setMonth} />
      <PercentField label="百分比" value={percent()} onChange={setPercent} min={0} max={100} />
    </>
  );
}

function GroupsDemo(): JSX.Element {
  const [on, setOn] = createSignal(true);
  const [one, setOne] = createSignal<'now' | 'later' | null>(null);
  const [some, setSome] = createSignal<readonly string[]>(['read']);
  return (
    <Row gap="large">
      <Switch label="启用" checked={on()} onChange={setOn} />
      <Switch label="不可用" checked={on()} onChange={setOn} disabled />
      <RadioGroup
        label="单选"
        value={one()}
        onChange={setOne}
        options={[
          { value: 'now', label: '即时' },
          { value: 'later', label: '预约' },
        ]}
        error={one() ? undefined : '请选择'}
      />
      <CheckboxGroup
        label="勾选一组"
        selectAll
        value={some()}
        onChange={setSome}
        options={[
          { value: 'read', label: '查看' },
          { value: 'edit', label: '编辑', detail: '含新建' },
          { value: 'drop', label: '删除', disabled: true },
        ]}
      />
    </Row>
  );
}
