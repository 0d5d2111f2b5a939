// The three desks of finance: at each one stage of an order is decided, and what was decided there can be seen.
import { financePermission, type FinanceCommand } from '#schemas/finance/decide.ts';
import { financeStages, type FinanceStage } from '#schemas/orders/order.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';

export const deskNames = ['verify', 'approve', 'post'] as const;
export type DeskName = (typeof deskNames)[number];

export interface Desk {
  readonly name: DeskName;
  readonly href: string;
  /** The stage that waits here. */
  readonly stage: FinanceStage;
  readonly decides: FinanceCommand['type'];
}

export const desks: Readonly<Record<DeskName, Desk>> = {
  verify: { name: 'verify', href: '/finance/verify', stage: 'unverified', decides: 'verify' },
  approve: { name: 'approve', href: '/finance/approve', stage: 'verified', decides: 'approve-price' },
  post: { name: 'post', href: '/finance/post', stage: 'priced', decides: 'post-payment' },
};

/** The stages that an order has behind this desk. */
export const stagesAfter = ({ stage }: Desk): readonly FinanceStage[] =>
  financeStages.slice(financeStages.indexOf(stage) + 1);

/** Where somebody's work in finance begins; who may only look begins at the first. */
export function firstDesk(actor: Actor): Desk {
  const own = deskNames.find((name) => may(actor, financePermission[desks[name].decides]));
  return desks[own ?? 'verify'];
}
