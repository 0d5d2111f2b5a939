// The people of the demo company. Whoever has no outlet sees all through the role.
import type { DocumentOf } from '#schemas/sync/collections.ts';

type Staff = DocumentOf<'staff'>;
type Row = readonly [username: string, name: string, role: string, outletIds: string[], extension?: string];

const gongshu = ['outlet-gongshu'];
const binjiang = ['outlet-binjiang'];

const withLogin: readonly Row[] = [
  ['admin', '陈志远', 'manager', []],
  ['clerk', '林晓敏', 'clerk', gongshu],
  ['dispatcher', '沈建国', 'dispatcher', gongshu],
  ['operator', '吴佳怡', 'operator', gongshu, '8001'],
  ['finance', '何丽萍', 'finance', []],
  ['finance2', '郑文斌', 'finance', []],
  ['driver1', '王海涛', 'driver', gongshu],
  ['driver2', '李志强', 'driver', gongshu],
  ['driver3', '张卫东', 'driver', binjiang],
  ['driver4', '赵永刚', 'driver', binjiang],
  ['dispatcher2', '徐明辉', 'dispatcher', binjiang],
  ['operator2', '周雨婷', 'operator', binjiang, '8002'],
];

const withoutLogin: readonly Row[] = [
  ['driver5', '孙立军', 'driver', gongshu],
  ['driver6', '马国平', 'driver', gongshu],
  ['driver7', '朱晓峰', 'driver', gongshu],
  ['driver8', '胡大勇', 'driver', binjiang],
  ['driver9', '郭振华', 'driver', binjiang],
  ['driver10', '高俊', 'driver', binjiang],
];

export const staff: readonly Staff[] = [...withLogin, ...withoutLogin].map(document);

export const logins = withLogin.map(([username]) => ({ staffId: `staff-${username}`, username }));

function document([username, name, role, outletIds, extension]: Row, index: number): Staff {
  return {
    id: `staff-${username}`,
    name,
    disabled: false,
    username,
    roleIds: [`role-${role}`],
    outletIds,
    phone: `1600000${String(8001 + index)}`,
    ...(extension && { extension }),
    employment: 'employed',
    hours: hoursOf(role),
  };
}

/** Drivers are on call around the clock, offices keep office hours. */
function hoursOf(role: string): Staff['hours'] {
  if (role === 'driver') return { from: '00:00', to: '23:59' };
  return role === 'finance' || role === 'manager'
    ? { from: '09:00', to: '18:00' }
    : { from: '08:00', to: '20:00' };
}
