// What the palette can lead to: an address, or something that is done at once.
import type { PaletteItem } from '../../ui/palette.tsx';

export interface Target extends PaletteItem {
  readonly href?: string;
  readonly run?: () => void;
  /** Searched, but not shown. */
  readonly keywords?: string;
}
