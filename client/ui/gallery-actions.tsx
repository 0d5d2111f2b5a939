// The gallery's buttons and what opens over the page.
import Copy from 'lucide-solid/icons/copy';
import Filter from 'lucide-solid/icons/list-filter';
import Pencil from 'lucide-solid/icons/pencil';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { createSignal, For, Show, type JSX } from 'solid-js';
import { Button, IconButton, LinkButton, type ButtonSize, type ButtonVariant } from './button.tsx';
import { Card } from './card.tsx';
import { Checkbox } from './checkbox.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';
import { Drawer } from './drawer.tsx';
import { galleryOptions } from './gallery-data.ts';
import { PaletteDemo } from './gallery-palette.tsx';
import { Combobox } from './combobox.tsx';
import { KeyValueList } from './key-value-list.tsx';
import { Menu, MoreMenu, type MenuItem } from './menu.tsx';
import { FormGrid, Row, Stack } from './page.tsx';
import { Popover } from './popover.tsx';
import { ProgressDialog } from './progress-dialog.tsx';
import { TextField } from './text-field.tsx';
import { toast } from './toast.tsx';
import { Tooltip } from './tooltip.tsx';

const variants: ButtonVariant[] = ['primary', 'secondary', 'ghost', 'danger'];
const sizes: ButtonSize[] = ['small', 'normal', 'large'];
const longText = '内容很长的通知，写到第二行、第三行时，撤销仍然看得见、按得到，也不盖住页面上的按钮';
const nothing = (): void => undefined;

export function ButtonsDemo(): JSX.Element {
  return (
    <Card title="按钮">
      <Stack>
        <For each={sizes}>
          {(size) => (
            <Row>
              <For each={variants}>
                {(variant) => (
                  <Button variant={variant} size={size} icon={Plus}>
                    新建记录
                  </Button>
                )}
              </For>
              <IconButton label="编辑" icon={Pencil} size={size} />
              <LinkButton href="/elsewhere" size={size}>
                链接按钮
              </LinkButton>
            </Row>
          )}
        </For>
        <Row>
          <For each={variants}>
            {(variant) => (
              <Button variant={variant} busy>
                正在保存
              </Button>
            )}
          </For>
          <For each={variants}>
            {(variant) => (
              <Button variant={variant} disabledReason="记录已锁定，不能修改">
                不可用
              </Button>
            )}
          </For>
        </Row>
      </Stack>
    </Card>
  );
}

const menuItems: readonly MenuItem[] = [
  { label: '编辑', icon: Pencil, onSelect: () => toast.info('编辑'), hint: 'E' },
  { label: '复制', icon: Copy, onSelect: () => toast.success('已复制') },
  { label: '归档', onSelect: nothing, disabledReason: '完成后才能归档' },
  { label: '删除', icon: Trash, tone: 'danger', separated: true, onSelect: () => toast.error('删除失败') },
];

export function OverlaysDemo(): JSX.Element {
  const [dialog, setDialog] = createSignal<
    'form' | 'confirm' | 'drawer' | 'aside' | 'progress' | 'counting'
  >();
  const close = (): void => {
    setDialog(undefined);
  };
  return (
    <Card title="浮层">
      <Row>
        <Button onClick={() => setDialog('form')}>对话框</Button>
        <Button onClick={() => setDialog('confirm')}>确认框</Button>
        <Button onClick={() => setDialog('drawer')}>抽屉</Button>
        <Button onClick={() => setDialog('aside')}>侧边面板</Button>
        <Button onClick={() => setDialog('progress')}>进度</Button>
        <Button onClick={() => setDialog('counting')}>总数未知的进度</Button>
        <Menu label="操作菜单" items={menuItems} />
        <MoreMenu label="更多操作" items={menuItems} />
        <Menu label="不可用菜单" items={[]} disabledReason="请先选择一行" />
        <FilterPopover />
        <PaletteDemo />
        <Tooltip text="这里是提示文字">
          <Button>提示</Button>
        </Tooltip>
        <Button onClick={() => toast.success('已保存', { action: { label: '撤销', onSelect: nothing } })}>
          成功通知
        </Button>
        <Button onClick={() => toast.info('有新版本', { detail: '刷新后生效' })}>普通通知</Button>
        <Button onClick={() => toast.error('网络中断，内容已保存在本机')}>错误通知</Button>
        <Button
          onClick={() =>
            toast.info(longText, { detail: longText, action: { label: '撤销', onSelect: nothing } })
          }
        >
          很长的通知
        </Button>
      </Row>
      <FormDialog open={dialog() === 'form'} onClose={close} />
      <ConfirmDemo open={dialog() === 'confirm'} onClose={close} />
      <Show when={dialog() === 'progress' || dialog() === 'counting'}>
        <ProgressDialog
          title="正在导出"
          done={3_200}
          total={dialog() === 'progress' ? 12_500 : undefined}
          onCancel={close}
        />
      </Show>
      <PanelDemo open={dialog() === 'drawer'} onClose={close} modal />
      <PanelDemo open={dialog() === 'aside'} onClose={close} modal={false} />
    </Card>
  );
}

function FilterPopover(): JSX.Element {
  const [open, setOpen] = createSignal(true);
  return (
    <Popover label="筛选" title="筛选条件" icon={Filter}>
      <Checkbox label="只看未完成" checked={open()} onChange={setOpen} />
      <Checkbox label="只看我的" checked={!open()} onChange={(mine) => setOpen(!mine)} />
    </Popover>
  );
}

interface Opened {
  open: boolean;
  onClose: () => void;
}

function FormDialog(props: Opened): JSX.Element {
  const [name, setName] = createSignal('');
  const [place, setPlace] = createSignal<string | null>(null);
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title="新建记录"
      description="带 * 的为必填项。"
      footer={
        <>
          <Button onClick={props.onClose}>取消</Button>
          <Button variant="primary" onClick={props.onClose}>
            保存
          </Button>
        </>
      }
    >
      <FormGrid>
        <TextField label="名称" required value={name()} onInput={setName} />
        <Combobox label="地点" options={galleryOptions} value={place()} onChange={setPlace} clearable />
      </FormGrid>
    </Dialog>
  );
}

function ConfirmDemo(props: Opened): JSX.Element {
  return (
    <ConfirmDialog
      open={props.open}
      tone="danger"
      title="删除这条记录？"
      message="删除后不能恢复，请说明原因。"
      confirmLabel="删除"
      reasons={[
        { value: 'double', label: '重复录入' },
        { value: 'wrong', label: '内容有误' },
        { value: 'other', label: '其他' },
      ]}
      note="optional"
      onConfirm={() => {
        props.onClose();
        toast.success('已删除');
      }}
      onCancel={props.onClose}
    />
  );
}

function PanelDemo(props: Opened & { modal: boolean }): JSX.Element {
  return (
    <Drawer
      open={props.open}
      onClose={props.onClose}
      modal={props.modal}
      title="记录 2026-0305"
      actions={<MoreMenu label="更多操作" items={menuItems} />}
      footer={<Button variant="primary">提交</Button>}
    >
      <KeyValueList
        items={[
          { label: '名称', value: '示例记录' },
          { label: '金额', value: '¥1,234.50' },
          { label: '说明', value: '抽屉在手机上占满屏幕。', wide: true },
        ]}
      />
    </Drawer>
  );
}
