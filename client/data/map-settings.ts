// What the server says about maps, kept on this device: a map looks the same without a network.
import { createSignal, type Accessor } from 'solid-js';
import { equalJson } from '#schemas/core/equal.ts';
import { parse } from '#schemas/core/validate.ts';
import { MapSettings, plainMap } from '#schemas/geo/map-settings.ts';
import type { Http } from './http.ts';

const key = 'towline.map';

/** The settings as last heard; asks for the current ones. */
export function openMapSettings(
  http: Pick<Http, 'getJson'>,
  storage: Storage = localStorage,
): Accessor<MapSettings> {
  const [settings, setSettings] = createSignal(stored(storage));
  void http.getJson('/api/settings/map').then((answer) => {
    if (!answer.ok) return;
    const current = parse(MapSettings, answer.value);
    // The same said again must not draw every map anew.
    if (!current.ok || equalJson(current.value, settings())) return;
    setSettings(current.value);
    keep(storage, current.value);
  });
  return settings;
}

/** Parsed at the door: another version may have written it. */
function stored(storage: Storage): MapSettings {
  try {
    const parsed = parse(MapSettings, JSON.parse(storage.getItem(key) ?? 'null'));
    return parsed.ok ? parsed.value : plainMap;
  } catch {
    return plainMap;
  }
}

function keep(storage: Storage, settings: MapSettings): void {
  try {
    storage.setItem(key, JSON.stringify(settings));
  } catch {
    // Without storage (private mode, quota) they are asked for at every start.
  }
}
