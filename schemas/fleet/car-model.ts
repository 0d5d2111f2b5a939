// Which kind of car a text such as 大众 朗逸 means, by the company's list of makes and models.
import type { CatalogItem } from '../catalog/catalog.ts';

type Make = Pick<CatalogItem, 'name' | 'translations' | 'models'>;

/**
 * @param text what a caller or clerk said: make and model, or the model alone
 * @returns the id of a `car-model`; undefined when the list does not know it. The longest model that is named
 * wins: 宝马 X5 is not 宝马 5系.
 */
export function carModelOf(text: string | undefined, makes: readonly Make[]): string | undefined {
  const said = normalise(text ?? '');
  if (said === '') return undefined;
  const named = makes.filter((make) => namesOf(make).some((name) => said.includes(normalise(name))));
  const models = (named.length > 0 ? named : makes).flatMap((make) => make.models ?? []);
  const fitting = models.filter(({ name }) => said.includes(normalise(name)));
  return fitting.toSorted((a, b) => b.name.length - a.name.length)[0]?.carModelId;
}

const namesOf = ({ name, translations = {} }: Make): string[] => [name, ...Object.values(translations)];

const normalise = (text: string): string => text.toUpperCase().replaceAll(/[\s·.-]/g, '');
