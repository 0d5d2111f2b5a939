// What a role may do, by entry of the menu and by action within it. Rows, columns and sections are ticked at
// once; whoever edits it cannot give or take what he does not have.
import { createSignal, For, Show, type JSX } from 'solid-js';
import {
  commonActions,
  grantableIn,
  permissionSections,
  type CommonAction,
  type PermissionGroup,
  type PermissionGroupId,
} from '#schemas/staff/permission-groups.ts';
import { everybodys, grantable, type Permission } from '#schemas/staff/permissions.ts';
import { useStrings } from '../i18n/strings.ts';
import { valueStrings } from '../sync/value-strings.ts';
import { tickByKey } from './matrix-keys.ts';
import { lacking, nextSwitch, switched, tickOf, type MayGrant } from './matrix-model.ts';
import { MatrixTick } from './matrix-tick.tsx';
import css from './matrix.module.css';
import { matrixStrings } from './matrix-strings.ts';

export interface PermissionMatrixProps {
  label: string;
  value: readonly Permission[];
  onChange: (value: readonly Permission[]) => void;
  mayGrant: MayGrant;
  /** Why nothing here can be changed. */
  lockedBecause?: string | undefined;
}

type Group = PermissionGroup & { readonly id: PermissionGroupId };
const sections: readonly {
  readonly id: (typeof permissionSections)[number]['id'];
  readonly groups: readonly Group[];
}[] = permissionSections;
const groups = sections.flatMap((section) => section.groups);

export function PermissionMatrix(props: PermissionMatrixProps): JSX.Element {
  const t = useStrings(matrixStrings);
  const ticks = createTicks(props);
  let grid!: HTMLDivElement;
  const keydown = (event: KeyboardEvent): void => {
    const next = event.target instanceof HTMLElement && tickByKey(grid, event.target, event);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <div class={css.frame}>
      <p class={css.count} role="status">
        {t().count(props.value.filter((each) => grantable.includes(each)).length, grantable.length)}
      </p>
      <div ref={grid} role="grid" class={css.grid} aria-label={props.label} onKeyDown={keydown}>
        <div role="row" class={css.head}>
          <span role="columnheader">
            <MatrixTick {...ticks.many(everything, grantable, t().everything)} />
          </span>
          <For each={commonActions}>
            {(action) => (
              <span role="columnheader">
                <MatrixTick {...ticks.many(action, inColumn(action), t().action[action], t().column)} />
              </span>
            )}
          </For>
          <span role="columnheader" class={css.others}>
            {t().others}
          </span>
        </div>
        <For each={sections}>
          {(section) => (
            <div role="rowgroup">
              <div role="row" class={css.section}>
                <span role="rowheader">
                  <MatrixTick
                    {...ticks.many(
                      `section ${section.id}`,
                      inSection(section.groups),
                      t().section[section.id],
                      t().wholeSection,
                    )}
                  />
                </span>
              </div>
              <For each={section.groups}>{(group) => <GroupRow group={group} ticks={ticks} />}</For>
            </div>
          )}
        </For>
      </div>
    </div>
  );
}

function GroupRow(props: { group: Group; ticks: Ticks }): JSX.Element {
  const t = useStrings(matrixStrings);
  const name = () => t().group[props.group.id];
  const all = () => grantableIn(props.group);
  return (
    <div role="row" class={css.row}>
      <span role="rowheader">
        <MatrixTick {...props.ticks.many(props.group.id, all(), name(), t().row)} />
      </span>
      <For each={commonActions}>
        {(action) => (
          <span role="gridcell" data-empty={props.group[action] ? undefined : ''}>
            <Show when={props.group[action]}>
              {(permission) => (
                <MatrixTick {...props.ticks.common(permission(), name(), t().action[action])} />
              )}
            </Show>
          </span>
        )}
      </For>
      <span role="gridcell" class={css.others} data-empty={props.group.others.length > 0 ? undefined : ''}>
        <For each={props.group.others}>
          {(permission) => <MatrixTick {...props.ticks.own(permission, name())} />}
        </For>
      </span>
    </div>
  );
}

const everything = 'everything';
const inColumn = (action: CommonAction): Permission[] =>
  groups.flatMap((group) => group[action] ?? []).filter((each) => grantable.includes(each));
const inSection = (members: readonly Group[]): Permission[] => members.flatMap(grantableIn);

type Ticks = ReturnType<typeof createTicks>;

/** What each tick of the grid shows and does. */
function createTicks(props: PermissionMatrixProps) {
  const t = useStrings(matrixStrings);
  const values = useStrings(valueStrings);
  const [stop, setStop] = createSignal(everything);
  const place = (id: string) => ({ isStop: stop() === id, onStop: () => setStop(id) });
  const reason = (missing: Permission | undefined) => missing && t().notYours(values().permissions[missing]);

  const whyLocked = (permission: Permission) =>
    everybodys.includes(permission)
      ? t().everybodys
      : reason(lacking(props.value, permission, props.mayGrant));

  const one = (permission: Permission) => ({
    tick: tickOf([...everybodys, ...props.value], [permission]),
    lockedBecause: props.lockedBecause ?? whyLocked(permission),
    onChange: (on: boolean) => props.onChange(switched(props.value, [permission], on, props.mayGrant)),
    ...place(permission),
  });
  return {
    common: (permission: Permission, group: string, text: string) => ({
      ...one(permission),
      ...{ label: t().of(group, text), text, textOnPhone: true },
    }),
    own: (permission: Permission, group: string) => {
      const text = values().permissions[permission];
      return { ...one(permission), label: t().of(group, text), text };
    },
    many: (id: string, wanted: readonly Permission[], text: string, all?: (text: string) => string) => {
      const next = () => nextSwitch(props.value, wanted, props.mayGrant);
      const label = all?.(text) ?? text;
      return {
        ...{ label, text, tick: tickOf(props.value, wanted) },
        lockedBecause: props.lockedBecause ?? (next() === undefined ? t().noneYours : undefined),
        onChange: () => props.onChange(switched(props.value, wanted, next() ?? false, props.mayGrant)),
        ...place(id),
      };
    },
  };
}
