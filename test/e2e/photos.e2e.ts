// Photos, whole: a driver without a network takes some, an upload is cut off in the middle, the office drops one in.
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { heic, jpeg, sha256Of, type Picture } from '../setup/pictures.ts';
import type { Photo } from '#schemas/photos/photo.ts';
import type { Staff } from '#schemas/staff/staff.ts';
import { otherDevice } from '../sync-ui/other-device.ts';
import { desktop, expect, phone, signIn, test, type Api } from './fixtures.ts';
import { createOrder, dispatchTo, panel, settled } from './office.ts';

const plate = '浙A7F0T0';

// Ends a hang; on a quiet machine it takes half a minute.
test.setTimeout(300_000);

test('a photo is never lost or doubled on its way from the phone to the office', async ({
  browser,
  server,
}) => {
  const [first, second, third] = await Promise.all([jpeg(1600, 1200), jpeg(), heic()]);
  const office = await signIn(browser, server, 'dispatcher', desktop);
  const driver = await signIn(browser, server, 'driver1', phone);
  const api = await server.api('dispatcher');
  await driver.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const orderId = await createOrder(office.page, { plate, phone: '13900000003' });
  await dispatchTo(office.page, 'staff-driver1');
  await driver.page.getByText(plate).click();

  await test.step('the driver takes two photos and completes without a network, and reloads', async () => {
    await driver.context.setOffline(true);
    for (const name of ['接单', '出发', '到达现场'])
      await driver.page.getByRole('button', { name, exact: true }).click();
    await expect(due(driver.page)).toContainText('还缺照片：救援前、现场');
    await driver.page.getByRole('button', { name: '去拍' }).click();
    await expect(driver.page.getByRole('group', { name: '救援前', exact: true })).toBeFocused();
    await take(driver.page, '救援前', first);
    await expect(due(driver.page)).toHaveText(/还缺照片：现场/);
    await take(driver.page, '现场', second);
    await expect(tiles(driver.page)).toHaveCount(2);
    await expectNothingDue(driver.page);
    await driver.page.reload();
    await expect(tiles(driver.page)).toHaveCount(2);
    await complete(driver.page);
  });

  await test.step('the sync page lists what is not sent, with a picture of each', async () => {
    await driver.page.goto(`${server.url}/sync`);
    const unsent = driver.page.locator('#photos').getByRole('listitem');
    await expect(unsent).toHaveCount(2);
    await expect(unsent.first()).toContainText('救援前');
    await expect(unsent.first().locator('img')).toBeVisible();
    await expect(unsent.first().getByRole('button', { name: '重试' })).toBeVisible();
  });

  await test.step('an upload that is cut off in the middle goes on where it was', async () => {
    const sent = await cutOnce(driver.context);
    await driver.context.setOffline(false);
    await expect(driver.page.locator('#photos')).toBeHidden({ timeout: 90_000 });
    const offsets = sent.filter(({ id }) => id === sent[0]?.id).map(({ offset }) => offset);
    expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
    await expect.poll(() => storedOf(api, orderId)).toHaveLength(2);
    for (const photo of await storedOf(api, orderId))
      expect([first.sha256, second.sha256]).toContain(photo.sha256);
  });

  await test.step('the office sees them, enlarges one and takes the original away', async () => {
    await settled(office.page);
    await expect(panel(office.page)).toContainText('已完成');
    await panel(office.page)
      .getByRole('button', { name: /查看：救援前/ })
      .click();
    const viewer = office.page.getByRole('dialog');
    await expect(viewer.locator('img')).toBeVisible();
    await office.page.keyboard.press('ArrowRight');
    await expect(viewer).toContainText('现场 2/2');
    await office.page.keyboard.press('r');
    await office.page.keyboard.press('+');
    const download = office.page.waitForEvent('download');
    await viewer.getByRole('link', { name: '下载原图' }).click();
    const stream = await (await download).createReadStream();
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    expect(sha256Of(Buffer.concat(chunks))).toBe(second.sha256);
    await office.page.keyboard.press('Escape');
  });

  await test.step('the office drops an iPhone’s HEIC in without a network, which goes up later and is seen', async () => {
    await office.context.setOffline(true);
    await drop(office.page, '签单', third);
    await expect(panel(office.page).getByRole('button', { name: /查看：签单.*等待发送/ })).toBeVisible();
    await office.context.setOffline(false);
    await settled(office.page);
    await expect(panel(office.page).getByRole('button', { name: /查看：签单.*已上传/ })).toBeVisible();
    await expect.poll(() => storedOf(api, orderId)).toHaveLength(3);
    await expect(panel(office.page)).toContainText('文件上传');
    await panel(office.page)
      .getByRole('button', { name: /查看：签单/ })
      .click();
    const picture = office.page.getByRole('dialog').locator('img');
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320);
    await office.page.keyboard.press('Escape');
  });

  await test.step('dropped on the words it is kept among the others; dropped beside, it opens nothing', async () => {
    const { page } = office;
    await dropOn(page, panel(page).getByRole('heading', { name: '照片' }), await jpeg());
    await expect(panel(page).getByRole('button', { name: /查看：其他/ })).toBeVisible();
    const isLeftToBrowser = await page.evaluate(() => {
      const held = new DataTransfer();
      held.items.add(new File(['x'], 'scan.jpg', { type: 'image/jpeg' }));
      return document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }),
      );
    });
    expect(isLeftToBrowser).toBe(false);
  });
});

test('what somebody had photographed before he was disabled comes to a manager, picture and all', async ({
  browser,
  server,
}) => {
  const picture = await jpeg();
  const admin = await otherDevice(server, 'admin');
  const employee = await signIn(browser, server, 'clerk', desktop);
  await employee.page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const orderId = await createOrder(employee.page, { plate, phone: '13900000004' });
  await settled(employee.page);
  const witness = await otherDevice(server, 'clerk');
  await employee.context.setOffline(true);
  await drop(employee.page, '签单', picture);
  await expect(panel(employee.page).getByRole('button', { name: /查看：签单.*等待发送/ })).toBeVisible();
  await admin.change<Staff>('staff', 'staff-clerk', { disabled: true });
  await witness.waitUntilSignedOut();
  await employee.context.setOffline(false);
  await expect(employee.page.getByRole('alert')).toContainText('都已发送或转交主管');

  const { page } = await signIn(browser, server, 'admin', desktop);
  await page.getByRole('link', { name: /未生效录入/ }).click();
  await page.getByRole('grid').getByText('添加照片').click();
  const shown = panel(page).getByRole('img', { name: '这张照片' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
  await page.getByRole('button', { name: '以我的名义提交' }).click();
  await settled(page);
  await page.goto(`${server.url}/orders/${orderId}`);
  // The server looks every ten seconds for what it can put in its place.
  const tile = page.getByRole('button', { name: /查看：签单.*已上传/ });
  await expect(tile.first()).toBeVisible({ timeout: 90_000 });
  const [photo] = await storedOf(await server.api('admin'), orderId);
  expect(photo?.sha256).toBe(picture.sha256);
});

/** As a camera hands it out. */
async function take(page: Page, slot: string, { bytes, kind }: Picture): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: `拍照：${slot}`, exact: true }).click();
  await (await chooser).setFiles({ name: 'image.jpg', mimeType: kind, buffer: bytes });
}

/** What is still to be photographed before the next step. */
const due = (page: Page) => page.getByRole('status').filter({ hasText: '还缺照片' });

async function expectNothingDue(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: '照片' })).toBeVisible();
  await expect(due(page)).toBeHidden();
}

const tiles = (page: Page) =>
  page.getByRole('region', { name: '照片' }).getByRole('button', { name: /^查看：/ });

async function complete(page: Page): Promise<void> {
  await page.getByText('其他操作').click();
  await page.getByRole('button', { name: '完成任务', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('还缺照片：签单');
  await dialog.getByRole('button', { name: '完成', exact: true }).click();
  // Only then is it on the device; the steps of a job are always named.
  await expect(page.getByRole('article').locator('header')).toContainText('已完成');
}

const drop = (page: Page, slot: string, picture: Picture): Promise<void> =>
  dropOn(page, panel(page).getByRole('group', { name: slot, exact: true }), picture);

async function dropOn(page: Page, target: Locator, { bytes, kind }: Picture): Promise<void> {
  const content = { base64: bytes.toString('base64'), kind };
  const files = await page.evaluateHandle(({ base64, kind: type }) => {
    const held = new DataTransfer();
    const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    held.items.add(new File([raw], 'scan.jpg', { type }));
    return held;
  }, content);
  await target.dispatchEvent('dragover', { dataTransfer: files });
  await target.dispatchEvent('drop', { dataTransfer: files });
}

interface Piece {
  readonly id: string;
  readonly offset: number;
}

/** The second piece of the first photo does not arrive. @returns the pieces that were sent */
async function cutOnce(context: BrowserContext): Promise<readonly Piece[]> {
  const sent: Piece[] = [];
  await context.route('**/api/photos/uploads/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'PATCH') return route.continue();
    const id = request.url().split('/').at(-1) ?? '';
    sent.push({ id, offset: Number(request.headers()['upload-offset']) });
    await (sent.length === 2 ? route.abort() : route.continue());
  });
  return sent;
}

async function storedOf(api: Api, orderId: string): Promise<Photo[]> {
  const photos = await api.documents<Photo>('photos');
  return photos.filter((photo) => photo.orderId === orderId && photo.state === 'stored');
}
