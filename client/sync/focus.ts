// Keeps the place of whoever works by keyboard or screen reader when the item he acted on disappears.

/** Marks what can take the focus when its neighbour has gone. */
export const itemProps = { 'data-item': '', tabindex: -1 } as const;

const frames = 60;

/**
 * Does what takes the item away that `from` lies in, then goes on to the next item, else to the one before, else
 * to the title of the page.
 */
export async function leaveItem(from: Element | undefined, remove: () => Promise<void>): Promise<void> {
  const item = from?.closest<HTMLElement>('[data-item]') ?? undefined;
  const heirs = [item?.nextElementSibling, item?.previousElementSibling];
  await remove();
  if (item) whenGone(item, () => focusFirst(heirs), frames);
}

function whenGone(item: Element, then: () => void, left: number): void {
  if (!item.isConnected) return then();
  if (left > 0) requestAnimationFrame(() => whenGone(item, then, left - 1));
}

function focusFirst(heirs: readonly (Element | null | undefined)[]): void {
  const heir = heirs.find((each) => each?.isConnected) ?? document.querySelector('main h1');
  if (heir instanceof HTMLElement) focusOn(heir);
}

export function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  element.focus();
}
