// What a server tells its devices about maps: which map lies under the points, and whether addresses and routes can
// be found.
import Type from 'typebox';

/** The coordinate systems of tiles; what is stored is always WGS-84. */
const system = Type.Union([Type.Literal('wgs84'), Type.Literal('gcj02')]);

const provided = {
  system,
  attribution: Type.Optional(Type.String()),
  /** 審圖號, shown on the map. */
  approval: Type.Optional(Type.String()),
};

export const BasemapSettings = Type.Union([
  Type.Object({ kind: Type.Literal('outline') }),
  Type.Object({
    kind: Type.Literal('tiles'),
    /** Templates with `{z} {x} {y}`, the lowest layer first; a key is filled in. */
    urls: Type.Array(Type.String(), { minItems: 1 }),
    maxZoom: Type.Integer({ minimum: 1, maximum: 24 }),
    ...provided,
  }),
  Type.Object({ kind: Type.Literal('pmtiles'), url: Type.String(), ...provided }),
]);
export type BasemapSettings = Type.Static<typeof BasemapSettings>;

export const MapSettings = Type.Object({
  basemap: BasemapSettings,
  geocoder: Type.Boolean(),
  router: Type.Optional(Type.Boolean()),
});
export type MapSettings = Type.Static<typeof MapSettings>;

/** No provider, no network. */
export const plainMap: MapSettings = { basemap: { kind: 'outline' }, geocoder: false };
