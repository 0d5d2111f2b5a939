// Every part of the kit in all its states, on one page, for whoever builds or checks the look. Route `/ui`.
import Printer from 'lucide-solid/icons/printer';
import { Show, type JSX } from 'solid-js';
import { locale, localeNames, locales, setLocale } from '../i18n/locale.ts';
import { density, setDensity, setTheme, theme, type Density, type Theme } from './appearance.ts';
import { Button, LinkButton } from './button.tsx';
import { Card } from './card.tsx';
import { FormatProvider } from './formatting.tsx';
import { ButtonsDemo, OverlaysDemo } from './gallery-actions.tsx';
import { FieldsDemo } from './gallery-fields.tsx';
import { FormDemo } from './gallery-form.tsx';
import { ChoicesDemo } from './gallery-choices.tsx';
import { ChartDemo, DisplayDemo, StatesDemo } from './gallery-display.tsx';
import { MatrixDemo } from './gallery-matrix.tsx';
import { MapDemo } from './gallery-map.tsx';
import { TableDemo } from './gallery-table.tsx';
import { Page, Row, Stack } from './page.tsx';
import { Select } from './select.tsx';
import { ToastRegion } from './toast.tsx';

/** `bare` leaves out what an app around it already has: the toasts' region. */
export default function Gallery(props: { bare?: boolean }): JSX.Element {
  return (
    <FormatProvider zone="Asia/Shanghai">
      <Page title="界面组件" description="每个组件的全部状态。" toolbar={<Switches />}>
        <Stack gap="large">
          <ButtonsDemo />
          <FieldsDemo />
          <ChoicesDemo />
          <MatrixDemo />
          <FormDemo />
          <OverlaysDemo />
          <DisplayDemo />
          <ChartDemo />
          <StatesDemo />
          <TableDemo />
          <ListDemo />
          <MapDemo />
        </Stack>
      </Page>
      <Show when={!props.bare}>
        <ToastRegion />
      </Show>
    </FormatProvider>
  );
}

/** A list takes the whole page, so it has one of its own. */
function ListDemo(): JSX.Element {
  return (
    <Card title="列表与打印">
      <Row>
        <LinkButton href="/ui/list">列表示例</LinkButton>
        <LinkButton href="/ui/list?shown=none">空列表</LinkButton>
        <LinkButton href="/ui/list?shown=loading">加载中</LinkButton>
        <LinkButton href="/ui/list?shown=offline">离线</LinkButton>
        <LinkButton href="/ui/list?shown=error">失败</LinkButton>
        <Button icon={Printer} onClick={() => window.print()}>
          打印本页
        </Button>
      </Row>
    </Card>
  );
}

const themes: { value: Theme; label: string }[] = [
  { value: 'system', label: '跟随系统' },
  { value: 'light', label: '浅色' },
  { value: 'dark', label: '深色' },
];
const densities: { value: Density; label: string }[] = [
  { value: 'auto', label: '自动' },
  { value: 'dense', label: '紧凑' },
  { value: 'comfortable', label: '宽松' },
];
const languages = locales.map((value) => ({ value, label: localeNames[value] }));

function Switches(): JSX.Element {
  return (
    <Row>
      <Select label="主题" options={themes} value={theme()} onChange={(next) => next && setTheme(next)} />
      <Select
        label="密度"
        options={densities}
        value={density()}
        onChange={(next) => next && setDensity(next)}
      />
      <Select
        label="语言"
        options={languages}
        value={locale()}
        onChange={(next) => next && setLocale(next)}
      />
    </Row>
  );
}
