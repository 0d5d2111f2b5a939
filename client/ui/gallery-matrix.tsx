// The gallery's fields once more, each in the same five states beside each other: empty, filled, wrong, disabled, and
// with more text than there is room for.
import { createSignal, For, type JSX } from 'solid-js';
import { Card } from './card.tsx';
import { Checkbox } from './checkbox.tsx';
import { CheckboxGroup, RadioGroup } from './choice-group.tsx';
import { Combobox, SuggestField } from './combobox.tsx';
import { DateField } from './date-field.tsx';
import { DateTimeField } from './date-time-field.tsx';
import css from './gallery.module.css';
import { MoneyField } from './money-field.tsx';
import { MultiSelect } from './multi-select.tsx';
import { NumberField } from './number-field.tsx';
import { PasswordField } from './password-field.tsx';
import { PercentField } from './percent-field.tsx';
import { PhoneField, PlateField } from './plate-field.tsx';
import { Select } from './select.tsx';
import { Switch } from './switch.tsx';
import { TextArea, TextField } from './text-field.tsx';
import { TextListField } from './text-list-field.tsx';
import { MonthField, TimeField } from './time-field.tsx';

type State = 'empty' | 'filled' | 'wrong' | 'disabled' | 'long';
const states: readonly State[] = ['empty', 'filled', 'wrong', 'disabled', 'long'];
const stateNames: Record<State, string> = {
  empty: '空',
  filled: '已填写',
  wrong: '有误',
  disabled: '不可用',
  long: '长文字',
};

const longText = '一段比字段宽得多的文字，用来看它在这里怎样截断或换行，以及旁边的内容是否还看得见';
const longLabel = '名称很长的字段，写到第二行时也要看得清楚';
const options = [
  { value: 'one', label: '第一项', detail: '说明' },
  { value: 'long', label: longText, detail: longText },
];

export function MatrixDemo(): JSX.Element {
  return (
    <Card title="字段的全部状态">
      <div class={css.matrix}>
        <For each={states}>{(state) => <strong>{stateNames[state]}</strong>}</For>
        <For each={fields}>
          {(draw) => <For each={states}>{(state) => <div>{drawn(draw, partsOf(state))}</div>}</For>}
        </For>
      </div>
    </Card>
  );
}

interface Parts {
  /** What any field takes. */
  common: { error: string | undefined; disabled: boolean };
  name(name: string): string;
  /** A value that can be changed: none where the state is empty, the third where it is long. */
  hold<T>(none: T, usual: T, long?: T): { value: T; set: (next: T) => void };
}

const drawn = (draw: (typeof fields)[number], { common, name, hold }: Parts) => draw(common, name, hold);

function partsOf(state: State): Parts {
  return {
    common: {
      error: state === 'wrong' ? '不对，请改成例子那样' : undefined,
      disabled: state === 'disabled',
    },
    name: (name) => (state === 'long' ? `${name}：${longLabel}` : name),
    hold: <T,>(none: T, usual: T, long = usual) => {
      const [value, set] = createSignal<{ it: T }>({
        it: state === 'empty' ? none : state === 'long' ? long : usual,
      });
      return {
        get value() {
          return value().it;
        },
        set: (it: T) => void set({ it }),
      };
    },
  };
}

const fields: readonly ((
  common: Parts['common'],
  name: Parts['name'],
  hold: Parts['hold'],
) => JSX.Element)[] = [
  (common, name, hold) => {
    const text = hold('', '示例', longText);
    return <TextField {...common} label={name('文字')} value={text.value} onInput={text.set} />;
  },
  (common, name, hold) => {
    const text = hold('', '示例', `${longText}。${longText}`);
    return <TextArea {...common} label={name('多行')} value={text.value} onInput={text.set} rows={2} />;
  },
  (common, name, hold) => {
    const choice = hold<string | null>(null, 'one', 'long');
    return (
      <Select {...common} label={name('选择')} options={options} value={choice.value} onChange={choice.set} />
    );
  },
  (common, name, hold) => {
    const choice = hold<string | null>(null, 'one', 'long');
    return (
      <Combobox
        {...common}
        label={name('可搜索')}
        options={options}
        value={choice.value}
        onChange={choice.set}
      />
    );
  },
  (common, name, hold) => {
    const text = hold('', '示例', longText);
    return (
      <SuggestField
        {...common}
        label={name('可自填')}
        options={options}
        value={text.value}
        onInput={text.set}
      />
    );
  },
  (common, name, hold) => {
    const several = hold<readonly string[]>([], ['one'], ['one', 'long']);
    return (
      <MultiSelect
        {...common}
        label={name('多选')}
        options={options}
        value={several.value}
        onChange={several.set}
      />
    );
  },
  (common, name, hold) => {
    const number = hold<number | null>(null, 3.5, 1_234_567_890);
    return (
      <NumberField {...common} label={name('数量')} unit="公里" value={number.value} onChange={number.set} />
    );
  },
  (common, name, hold) => {
    const fen = hold<number | null>(null, 123_450, 9_876_543_210_00);
    return <MoneyField {...common} label={name('金额')} value={fen.value} onChange={fen.set} />;
  },
  (common, name, hold) => {
    const percent = hold<number | null>(null, 30);
    return <PercentField {...common} label={name('百分比')} value={percent.value} onChange={percent.set} />;
  },
  (common, name, hold) => {
    const day = hold<string | null>(null, '2026-03-05');
    return <DateField {...common} label={name('日期')} value={day.value} onChange={day.set} />;
  },
  (common, name, hold) => {
    const at = hold<string | null>(null, '2026-03-05T06:07:00.000Z');
    return (
      <DateTimeField
        {...common}
        label={name('日期和时刻')}
        zone="Asia/Shanghai"
        value={at.value}
        onChange={at.set}
      />
    );
  },
  (common, name, hold) => {
    const time = hold<string | null>(null, '08:30');
    return <TimeField {...common} label={name('时刻')} value={time.value} onChange={time.set} />;
  },
  (common, name, hold) => {
    const month = hold<string | null>(null, '2026-03');
    return <MonthField {...common} label={name('月份')} value={month.value} onChange={month.set} />;
  },
  (common, name, hold) => {
    const plate = hold('', '浙A12345', '浙AD12345');
    return <PlateField {...common} label={name('车牌')} value={plate.value} onInput={plate.set} />;
  },
  (common, name, hold) => {
    const phone = hold('', '13812345678', '0571-88880000 转 12345');
    return <PhoneField {...common} label={name('电话')} value={phone.value} onInput={phone.set} />;
  },
  (common, name, hold) => {
    const word = hold('', 'towline', longText);
    return (
      <PasswordField
        {...common}
        label={name('密码')}
        autocomplete="new-password"
        value={word.value}
        onInput={word.set}
      />
    );
  },
  (common, name, hold) => {
    const texts = hold<readonly string[]>([], ['10.0.0.1'], ['10.0.0.1', longText]);
    return <TextListField {...common} label={name('多个文字')} value={texts.value} onChange={texts.set} />;
  },
  (common, name, hold) => {
    const one = hold<string | null>(null, 'one', 'long');
    return (
      <RadioGroup {...common} label={name('单选')} options={options} value={one.value} onChange={one.set} />
    );
  },
  (common, name, hold) => {
    const some = hold<readonly string[]>([], ['one'], ['one', 'long']);
    return (
      <CheckboxGroup
        {...common}
        label={name('勾选一组')}
        options={options}
        value={some.value}
        onChange={some.set}
      />
    );
  },
  (common, name, hold) => {
    const on = hold(false, true);
    return <Checkbox {...common} label={name('勾选')} checked={on.value} onChange={on.set} />;
  },
  (common, name, hold) => {
    const on = hold(false, true);
    return <Switch {...common} label={name('开关')} checked={on.value} onChange={on.set} />;
  },
];
