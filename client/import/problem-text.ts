// Why a cell cannot be taken, in words, and what to do about it.
import { useCodeText } from '../app/code-text.ts';
import { useStrings } from '../i18n/strings.ts';
import { formatCount } from '../ui/format.ts';
import type { JudgedRow } from './judge.ts';
import { columnOf, inLocale, type CellProblem, type ImportKind } from './kind.ts';
import { importStrings } from './strings.ts';
import { locale } from '../i18n/locale.ts';

export function useProblemText() {
  const t = useStrings(importStrings);
  const codeText = useCodeText();
  const near = (names: readonly string[]) =>
    names.length === 0 ? [] : [t().cell.near(names.join(t().listSeparator))];
  const text = (problem: CellProblem): string => {
    const { cell } = t();
    switch (problem.kind) {
      case 'missing':
        return cell.missing;
      case 'not':
        return cell.not[problem.expected];
      case 'range':
        return cell.range(formatCount(problem.least), formatCount(problem.most));
      case 'too-long':
        return cell.tooLong(problem.most);
      case 'digits-lost':
        return cell.digitsLost;
      case 'unknown':
        return [cell.unknown(problem.word), ...near(problem.near)].join(' · ');
      case 'ambiguous':
        return [cell.ambiguous(problem.word), ...near(problem.near)].join(' · ');
      case 'twice':
        return cell.twice(problem.row);
      case 'several':
        return cell.several;
      case 'refused':
        return codeText(problem.objection.code);
    }
  };
  /** All that is wrong with a row, one after the other. */
  const ofRow = (kind: ImportKind, { problems, objections }: JudgedRow): string[] => [
    ...Object.entries(problems).map(([key, problem]) => {
      const column = columnOf(kind, key);
      return `${column ? `${inLocale(column.labels, locale())}: ` : ''}${text(problem)}`;
    }),
    ...objections.map(({ code, detail }) => (detail ? `${codeText(code)} (${detail})` : codeText(code))),
  ];
  return { text, ofRow };
}
