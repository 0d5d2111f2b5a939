// The words of the pages of roles; those of the matrix are in staff/matrix-strings.ts.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  title: '员工角色',
  create: '新增角色',
  search: '角色名称、备注',
  withDisabled: '含已停用',
  emptyTitle: '还没有角色',
  emptyHint: '角色决定员工能看到哪些菜单、能做什么。先新增角色，再分配给员工。',
  basics: '基本信息',
  name: '角色名称',
  note: '备注',
  copyOf: '参照角色',
  copyOfHint: '按所选角色填好权限，再按需增减。',
  copyOfNone: '从空白开始',
  copyName: (name: string) => `${name}（副本）`,
  leftOut: (names: string) => `您自己没有的权限没有带过来：${names}`,
  copy: '复制为新角色',
  permissions: '权限',
  permissionsHint: '成员登录后只看到已授予的菜单，没有授予的数据不会下发到设备。',
  reaches: (count: number) => `保存后 ${count} 位成员随之变化，一分钟内生效。`,
  losesOwn: (names: string) => `您也是此角色的成员，保存后您自己将失去：${names}`,
  granted: '已授权菜单',
  grantedCount: '权限数',
  noPermissions: '无',
  members: '成员',
  memberCount: (count: number) => `${count} 位成员`,
  membersHint: '在员工信息中分配角色。',
  noMembers: '还没有员工使用此角色。',
  addMember: '新增员工',
  allMembers: (count: number) => `在员工信息中查看全部 ${count} 人`,
  allOutlets: '全部网点',
  listSeparator: '、',
};

export type RoleStrings = Strings<typeof zhCN>;

export const roleStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./strings.zh-TW.ts'),
  en: () => import('./strings.en.ts'),
});
