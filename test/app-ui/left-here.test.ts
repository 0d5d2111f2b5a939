// What somebody whose account was disabled is told about what his device holds.
import { describe, expect, test } from 'vitest';
import { handingOver, leftHere } from '../../client/app/left-here.ts';
import { appStrings } from '../../client/app/strings.ts';
import type { KeptPhoto } from '../../client/data/photo-store.ts';
import { command, creation } from '../setup/company.ts';

const facts: KeptPhoto['facts'] = {
  ...{ photoId: '01HZX000000000000000000001', slot: 'scene', takenAt: '2026-03-01T08:00:00.000Z' },
  ...{ sha256: '0'.repeat(64), bytes: 4, kind: 'image/jpeg', source: 'camera' },
};
const photo: KeptPhoto = { id: facts.photoId, orderId: 'a', facts, accepted: false, sent: 0 };
const creates = { ...command('create-order', 'a', creation()), n: 1 };
const adds = { ...command('add-photo', 'a', facts), n: 2 };

const said = (...left: Parameters<typeof leftHere>) =>
  handingOver(leftHere(...left), appStrings.read('zh-CN'));

describe('the banner of a disabled account', () => {
  test('says that all was handed over only where nothing is left', () => {
    expect(said([], [], [])).toContain('您录入的内容都已发送或转交主管');
    expect(said([creates], [], [])).toContain('还有 1 项未发送');
  });

  test('counts unsent edits', () => {
    expect(said([creates], [{}, {}], [])).toContain('还有 3 项未发送');
    expect(said([], [{}], [])).toContain('还有 1 项未发送');
  });

  test('counts no photo that a manager has', () => {
    expect(said([], [], [{ ...photo, handedIn: true }])).toContain('您录入的内容都已发送或转交主管');
  });

  test('says of photos that they remain on this device', () => {
    const words = said([], [], [photo]);
    expect(words).toContain('1 张照片没有上传，原图只保存在这台设备上');
    expect(words).toContain('其他录入的内容都已发送');
    expect(said([creates, adds], [], [photo])).toMatch(/1 张照片没有上传.*还有 1 项未发送/);
  });
});
