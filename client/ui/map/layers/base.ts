// The layers under everything: the outline always, and over it the provider's map where there is one. So there is
// something to see at once, without a network, and when the provider does not answer.
import LayerGroup from 'ol/layer/Group.js';
import type BaseLayer from 'ol/layer/Base.js';
import type { Locale } from '../../../i18n/locale.ts';
import type { Basemap } from '../basemap.tsx';
import type { Look } from '../palette.ts';
import { createCities } from './cities.ts';
import { createGrid } from './grid.ts';
import { createOutline } from './outline.ts';
import { createTiles } from './tiles.ts';

interface BaseOptions {
  readonly basemap: Basemap;
  readonly projection: string;
  readonly look: Look;
  readonly locale: Locale;
  /** Whether the provider's map is there; not called for the outline. */
  readonly onBase: (loaded: boolean) => void;
}

export interface Base {
  readonly group: LayerGroup;
  redraw(): void;
}

export function createBase({ basemap, projection, look, locale, onBase }: BaseOptions): Base {
  const outline = createOutline(projection, look);
  const guides = new LayerGroup({ visible: basemap.kind === 'outline' });
  const cities = createCities(projection, look, locale);
  const drawGuides = (): void => {
    guides.getLayers().clear();
    guides.getLayers().extend([createGrid(look()), cities]);
  };
  drawGuides();
  const provider = new LayerGroup();
  const report = (loaded: boolean): void => {
    guides.setVisible(!loaded);
    onBase(loaded);
  };
  addProvider(provider, basemap, look, report);
  const all: BaseLayer[] = [outline, guides, provider];
  return {
    group: new LayerGroup({ layers: all }),
    redraw: () => {
      drawGuides();
      outline.changed();
      provider.getLayers().forEach((layer) => layer.changed());
    },
  };
}

function addProvider(
  group: LayerGroup,
  basemap: Basemap,
  look: Look,
  report: (loaded: boolean) => void,
): void {
  if (basemap.kind === 'tiles') {
    for (const layer of createTiles(basemap, report)) group.getLayers().push(layer);
  } else if (basemap.kind === 'pmtiles') {
    openFile(basemap, look).then(
      (layer) => {
        group.getLayers().push(layer);
        report(true);
      },
      () => report(false),
    );
  }
}

/** Few have one, so what reads it is loaded apart. */
async function openFile(file: Extract<Basemap, { kind: 'pmtiles' }>, look: Look): Promise<BaseLayer> {
  const { openPmtiles } = await import('./pmtiles.ts');
  return openPmtiles(file, look);
}
