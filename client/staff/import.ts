// Employees as a sheet says them. A password never stands in a sheet: whoever was imported is given one afterwards.
import { code, day, oneOf, phone, text, timeOfDay } from '../import/cells.ts';
import type { ImportKind } from '../import/kind.ts';
import { fold } from '../import/near.ts';
import { severalNamed } from '../import/reference-cells.ts';

export const staffImport: ImportKind = {
  collection: 'staff',
  href: '/staff',
  identity: { column: 'username', normal: fold },
  blank: {
    ...{ disabled: false, roleIds: [], outletIds: [], employment: 'employed' },
    hours: { from: '08:00', to: '18:00' },
  },
  columns: [
    {
      ...text(120),
      key: 'name',
      labels: ['姓名', '姓名', 'Name'],
      synonyms: ['员工姓名', '員工姓名', '名字', 'full name'],
      required: true,
      example: '张三',
    },
    {
      ...code(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'username', [
        '登录用，2–40 位小写字母、数字、点或横线',
        '登入用，2–40 位小寫字母、數字、點或橫線',
        'For signing in: 2 to 40 letters, digits, dots or dashes',
      ]),
      key: 'username',
      labels: ['用户名', '使用者名稱', 'User name'],
      synonyms: ['登录名', '登入名稱', '账号', '帳號', '用戶名', '登录账号', 'account', 'login', 'username'],
      required: true,
      example: 'zhangsan',
    },
    {
      ...severalNamed('roles', [
        '角色名称，多个用顿号分隔',
        '角色名稱，多個以頓號分隔',
        'Roles, separated by commas',
      ]),
      key: 'roleIds',
      labels: ['角色', '角色', 'Roles'],
      synonyms: ['员工角色', '員工角色', '职位', '職位', '岗位', '崗位', '职务', 'role', 'position'],
      required: true,
      example: '司机',
    },
    {
      ...severalNamed(
        'outlets',
        [
          '网点名称，多个用顿号分隔；负责全部网点填“全部网点”',
          '網點名稱，多個以頓號分隔；負責全部網點填「全部網點」',
          'Outlets, separated by commas, or "All outlets"',
        ],
        { all: ['全部网点', '全部網點', 'All outlets'] },
      ),
      key: 'outletIds',
      labels: ['所在网点', '所在網點', 'Outlets'],
      synonyms: ['网点', '網點', '所属网点', '所屬網點', '站点', 'outlet'],
      // Left empty it would mean all of them, which nobody means by an empty cell.
      required: true,
      example: '杭州城西站',
    },
    {
      ...phone,
      key: 'phone',
      labels: ['手机', '手機', 'Phone'],
      synonyms: ['电话', '電話', '手机号', '手机号码', '联系电话', '聯絡電話', '手機號碼', 'mobile', 'tel'],
      example: '13800138000',
    },
    {
      ...code(/^\d{1,16}$/, 'digits', [
        '数字，同一网点内不能重复',
        '數字，同一網點內不能重複',
        'Digits, unique within an outlet',
      ]),
      key: 'extension',
      labels: ['分机号', '分機號碼', 'Extension'],
      synonyms: ['分机', '分機', '分機號', 'ext'],
      example: '8001',
    },
    {
      ...text(20),
      key: 'jobNumber',
      labels: ['工号', '工號', 'Job number'],
      synonyms: ['员工编号', '員工編號', '编号', 'employee number'],
      example: 'A001',
    },
    {
      ...oneOf([
        ['employed', { texts: ['在职', '在職', 'Employed'], synonyms: ['正常', '在岗'] }],
        ['on-leave', { texts: ['休假', '休假', 'On leave'], synonyms: ['请假', '請假'] }],
        ['left', { texts: ['离职', '離職', 'Left'], synonyms: ['已离职', '已離職'] }],
      ]),
      key: 'employment',
      labels: ['任职状态', '任職狀態', 'Employment'],
      synonyms: ['在职状态', '在職狀態', '状态', '狀態', 'status'],
      example: '在职',
    },
    {
      ...timeOfDay,
      key: 'hours.from',
      labels: ['上班时间', '上班時間', 'Works from'],
      synonyms: ['上班', '开始时间'],
      example: '08:00',
    },
    {
      ...timeOfDay,
      key: 'hours.to',
      labels: ['下班时间', '下班時間', 'Works until'],
      synonyms: ['下班', '结束时间'],
      example: '18:00',
    },
    {
      ...oneOf([
        ['male', { texts: ['男', '男', 'Male'], synonyms: ['m', '先生'] }],
        ['female', { texts: ['女', '女', 'Female'], synonyms: ['f', '女士'] }],
      ]),
      key: 'gender',
      labels: ['性别', '性別', 'Gender'],
      synonyms: ['sex'],
      example: '男',
    },
    {
      ...text(120),
      key: 'email',
      labels: ['邮箱', '電子郵件', 'E-mail'],
      synonyms: ['电子邮箱', '邮件', '信箱', 'email'],
      example: '',
    },
    {
      ...day,
      key: 'hiredOn',
      labels: ['入职日期', '到職日期', 'Hired on'],
      synonyms: ['入职时间', '入職日期', '入职日'],
      example: '2026-03-01',
    },
    {
      ...text(500),
      key: 'note',
      labels: ['备注', '備註', 'Note'],
      synonyms: ['说明', 'remark', 'notes'],
      example: '',
    },
  ],
  leftOut: {
    headers: ['密码', '密碼', '口令', 'password'],
    reason: [
      '密码不从表格导入：导入后再一起设置初始密码。',
      '密碼不從表格匯入：匯入後再一起設定初始密碼。',
      'Passwords are not imported: first passwords are set afterwards, for all at once.',
    ],
  },
  afterwards: [
    '新员工还没有密码，不能登录。现在就可以一起设置；以后也可以在员工信息里勾选他们，再点“设置初始密码”。',
    '新員工還沒有密碼，不能登入。現在就可以一起設定；以後也可以在員工資訊裡勾選他們，再按「設定初始密碼」。',
    'New employees have no password yet and cannot sign in. Set them all now, or later: tick them in the list of employees.',
  ],
};
