// The words around passwords: one's own, and those that are set for others.
import { defineStrings, type Strings } from '../i18n/strings.ts';

const zhCN = {
  change: '修改密码',
  changed: '密码已修改，其他设备需要重新登录',
  mustTitle: '请先修改密码',
  mustHint: (name: string) => `${name}，您的密码由管理员设置，修改后即可开始工作。`,
  current: '当前密码',
  next: '新密码',
  save: '保存新密码',
  hint: '至少 8 位。用几个不相关的词，比复杂的短密码更安全、更好记。',
  suggest: '随机生成',
  copy: '复制',
  tellIt: '保存后不再显示，请先复制或抄下，告诉本人。',
  copied: '已复制',
  set: '设置密码',
  reset: '重置密码',
  setTitle: (name: string) => `为“${name}”设置密码`,
  setHint: '保存后，原密码失效，并在其所有设备上退出登录。请当面或电话告知新密码。',
  setDone: (name: string) => `已设置“${name}”的密码`,
  mustChange: '首次登录时必须修改密码',
  initial: '初始密码',
  initialHint: '至少 8 位，不能只用数字；可留空，以后再设置。',
  typeAgain: '草稿里不保留密码：之前填过的话，请重新填写。',
  offlineSet: '设置密码需要连接服务器',
  offlineOwn: '修改密码需要连接服务器，请联网后重试。',
  offlineNew: '当前离线：先保存员工，联网后在此设置密码。',
  notSet: (name: string) => `“${name}”的密码没有设置成功`,
  strength: ['太弱', '较弱', '尚可', '较强', '很强'],
  faults: {
    'too-short': '至少 8 位',
    'too-long': '最多 200 位',
    'only-digits': '不能只用数字',
    'repeats-itself': '不能只是重复',
    'runs-in-order': '不能是连续的字母、数字或键盘顺序',
    'is-username': '不能与用户名相近',
    'too-common': '太常见，容易被猜到',
    'same-as-before': '不能与当前密码相同',
  },
};

export type PasswordStrings = Strings<typeof zhCN>;

export const passwordStrings = defineStrings<typeof zhCN>(zhCN, {
  'zh-TW': () => import('./password-strings.zh-TW.ts'),
  en: () => import('./password-strings.en.ts'),
});
