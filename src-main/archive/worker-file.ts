import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Where the entry of a worker lies: beside the module that starts it when run from its source; in the folder of the bundle's
 * entries, or above that of its shared parts, when bundled.
 *
 * @param from `import.meta.url` of the module that starts it
 * @param name of the worker's file, without its ending
 */
export function workerFile(from: string, name: string): URL {
  const places = [`./${name}.ts`, `./${name}.js`, `../${name}.js`];
  const urls = places.map((place) => new URL(place, from));
  const found = urls.find((url) => existsSync(fileURLToPath(url)));
  if (!found) throw new Error(`${name} is missing from the bundle`);
  return found;
}
