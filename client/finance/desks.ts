// The desks of finance: at three of them one stage of an order is decided, at the fourth all three by one person. What
// was decided there can be seen.
import { financePermission, type FinanceCommand } from '#schemas/finance/decide.ts';
import { financeStages, type FinanceStage } from '#schemas/orders/order.ts';
import { may, type Actor } from '#schemas/staff/permissions.ts';

export const deskNames = ['verify', 'approve', 'post'] as const;
export type DeskName = (typeof deskNames)[number];

export interface StageDesk {
  readonly name: DeskName;
  readonly href: string;
  /** What waits here. */
  readonly stages: readonly [FinanceStage];
  readonly decides: FinanceCommand['type'];
}

/** 一站式: what waits at any of the others, and stays in sight until it is posted. */
export const oneStop = {
  name: 'one-stop',
  href: '/finance/one-stop',
  stages: ['unverified', 'verified', 'priced'],
} as const;

export type Desk = StageDesk | typeof oneStop;

export const desks: Readonly<Record<DeskName, StageDesk>> = {
  verify: { name: 'verify', href: '/finance/verify', stages: ['unverified'], decides: 'verify' },
  approve: { name: 'approve', href: '/finance/approve', stages: ['verified'], decides: 'approve-price' },
  post: { name: 'post', href: '/finance/post', stages: ['priced'], decides: 'post-payment' },
};

/** The stages that an order has behind this desk. */
export const stagesAfter = ({ stages }: Desk): readonly FinanceStage[] =>
  financeStages.slice(Math.max(...stages.map((stage) => financeStages.indexOf(stage))) + 1);

/** Where somebody's work in finance begins; who may only look begins at the first. */
export function firstDesk(actor: Actor): StageDesk {
  const own = deskNames.find((name) => may(actor, financePermission[desks[name].decides]));
  return desks[own ?? 'verify'];
}
