// The open statement as a sheet, in the words of the screen.
import type { Sheet } from '#schemas/core/sheet.ts';
import { paperWords } from '#schemas/finance/statements/paper-words.ts';
import { sheetOfStatement } from '#schemas/finance/statements/sheet.ts';
import type { Statement } from '#schemas/finance/statements/statement.ts';
import { locale } from '../i18n/locale.ts';
import { useNames } from '../orders/names.ts';
import { useFormat } from '../ui/formatting.tsx';
import { usePaperOwner } from '../ui/paper.tsx';

export function useStatementSheet(statement: () => Statement): () => Sheet {
  const names = useNames();
  const format = useFormat();
  const owner = usePaperOwner();
  return () =>
    sheetOfStatement(statement(), paperWords[locale()], {
      customer: names.customer(statement().customerId),
      ours: owner(),
      today: format.date(format.now()),
    });
}
