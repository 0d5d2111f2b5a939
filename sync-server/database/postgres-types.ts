// The parsers that `pg` is given: ours (values.ts) for single values and inside arrays, its own for the rest.
import { types } from 'pg';
import { arrayElements, parsers } from './values.ts';

type Parser = (text: string) => unknown;

export function getTypeParser(type: number, format?: 'text' | 'binary'): Parser {
  return parsers[type] ?? arrayParsers[type] ?? types.getTypeParser(type, format);
}

const textArray: number = 1009;
const split: (text: string) => unknown[] = types.getTypeParser(textArray);

const arrayParsers: Readonly<Record<number, Parser>> = Object.fromEntries(
  Object.entries(arrayElements).map(([type, element]) => [type, arrayOf(parsers[element])]),
);

function arrayOf(parse: Parser | undefined): Parser {
  const element = (item: unknown): unknown => {
    if (Array.isArray(item)) return item.map(element);
    return typeof item === 'string' && parse ? parse(item) : item;
  };
  return (text) => split(text).map(element);
}
