import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build, type Configuration, Platform } from 'electron-builder';
import { buildAnew, buildIfStale } from './build-if-stale.ts';
import { plainElectron } from './electron-binary.ts';

/*
 * `npm run package [-- --dir --output DIR --keep-built]`: builds the program and packs it for this system; with `--dir`
 * into a plain directory instead of an installer, with `--keep-built` what was built last. With
 * `ELECTRON_OVERRIDE_DIST_PATH` that Electron is packed instead of the release, for tests.
 */

const root = resolve(import.meta.dirname, '..');
const { values } = parseArgs({
  options: {
    dir: { type: 'boolean', default: false },
    output: { type: 'string' },
    'keep-built': { type: 'boolean', default: false },
  },
});

// Packing changes the copy of Electron; a link would change Electron itself.
process.env['USE_HARD_LINKS'] = 'false';

if (values['keep-built']) buildIfStale();
else buildAnew();
const config: Configuration = {
  extends: join(root, 'electron-builder.yml'),
  ...electronAtHand(),
  ...(values.output === undefined ? {} : { directories: { output: resolve(values.output) } }),
};
await build({
  projectDir: root,
  targets: Platform.current().createTarget(values.dir ? 'dir' : []),
  config,
  publish: 'never',
});

function electronAtHand(): Configuration {
  if (!process.env['ELECTRON_OVERRIDE_DIST_PATH']) return {};
  const folder = dirname(plainElectron());
  const version = join(folder, 'version');
  if (!existsSync(version)) throw new Error(`There is no file "version" in ${folder}.`);
  return { electronDist: folder, electronVersion: readFileSync(version, 'utf8').trim().replace(/^v/u, '') };
}
