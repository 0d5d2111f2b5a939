// The pages of this person's menu, and the few things that are done from anywhere.
import Languages from 'lucide-solid/icons/languages';
import Palette from 'lucide-solid/icons/palette';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { locale, localeNames, locales, setLocale } from '../../i18n/locale.ts';
import { setTheme, theme, type Theme } from '../../ui/appearance.ts';
import type { NavItem } from '../../ui/shell-nav.tsx';
import type { PaletteStrings } from './strings.ts';
import type { Target } from './target.ts';

export function pageTargets(nav: readonly NavItem[], sync: string): Target[] {
  const pages = [...nav, { href: '/sync', label: sync, icon: RefreshCw, section: undefined }];
  return pages.map(({ href, label, icon, section }) => ({
    ...{ id: `page:${href}`, label, icon, href },
    ...(section && { note: section.label }),
  }));
}

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** Those that would change something. */
export function actionTargets(t: PaletteStrings): Target[] {
  const languages = locales
    .filter((each) => each !== locale())
    .map((each) => ({
      ...{ id: `action:language-${each}`, label: t.language(localeNames[each]), icon: Languages },
      run: () => setLocale(each),
    }));
  const looks = themes
    .filter((each) => each !== theme())
    .map((each) => ({
      ...{ id: `action:theme-${each}`, label: t.theme[each], icon: Palette },
      run: () => setTheme(each),
    }));
  return [...languages, ...looks];
}
