// Statements for components, and which lines of a draft their orders have left behind.
import { createMemo, type Accessor } from 'solid-js';
import { stalenessOf, type Staleness } from '#schemas/finance/statements/lines.ts';
import { mostLines, type Statement } from '#schemas/finance/statements/statement.ts';
import { useData, useSubject } from './context.ts';
import { useFinanceOrders } from './orders.ts';

/** The latest first. */
export function useStatements(): Accessor<readonly Statement[]> {
  const stored = useSubject(useData().references.statements);
  return createMemo(() => [...stored().values()]);
}

export function useStatementMap(): Accessor<ReadonlyMap<string, Statement>> {
  return useSubject(useData().references.statements);
}

/** By the line's id. An order that this device does not hold says nothing. */
export function useStaleness(
  statement: Accessor<Statement | undefined>,
): Accessor<ReadonlyMap<string, Staleness>> {
  const draftId = () => {
    const known = statement();
    return known?.state === 'draft' ? known.id : 'none';
  };
  const { orders } = useFinanceOrders(() => ({ statementId: draftId() }), { limit: mostLines });
  return createMemo(() => {
    const [known, held] = [statement(), new Map(orders().map((order) => [order.id, order]))];
    if (known?.state !== 'draft') return new Map<string, Staleness>();
    return new Map(
      known.lines.flatMap((line) => {
        const order = held.get(line.id);
        const staleness = order && stalenessOf(known, line, order);
        return staleness ? [[line.id, staleness] as const] : [];
      }),
    );
  });
}
