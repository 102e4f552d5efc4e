// src/cli/main.ts and all that it loads → dist/cli/main.js and dist/bundle: a command reads a dozen files instead of
// five hundred, which is half of its start-up. The library and the vitest adapter stay as tsc writes them.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const src = join(root, 'src');
const dist = join(root, 'dist');

/** Packages that few commands need, or that do not like to be bundled: each is loaded when it is needed. */
const OUTSIDE = /^(ajv|fast-xml-parser|imapflow|mailparser|nodemailer|smtp-server|testcontainers|yaml)($|\/)/;

/** Files are found from where their sources stand; every chunk stands one folder below dist, as most sources do. */
const places = {
  name: 'places',
  transform(code, id) {
    if (!id.startsWith(src) || !code.includes('import.meta.url')) return null;
    const place = relative(src, id)
      .replaceAll('\\', '/')
      .replace(/\.tsx?$/, '.js');
    return code.replaceAll('import.meta.url', `new URL('../${place}', import.meta.url).href`);
  },
};

const bundle = await rolldown({
  input: { 'cli/main': join(src, 'cli/main.ts') },
  platform: 'node',
  external: OUTSIDE,
  tsconfig: join(root, 'tsconfig.json'),
  // undici as a whole brings fetch, caches and web sockets; the client needs its dispatchers alone.
  resolve: { alias: { undici: fileURLToPath(new URL('./lib/undici-dispatchers.cjs', import.meta.url)) } },
  plugins: [places],
});
const { output } = await bundle.write({
  dir: dist,
  format: 'esm',
  entryFileNames: '[name].js',
  chunkFileNames: 'bundle/[name]-[hash].js',
  minify: { compress: false, mangle: false },
});
removeOld(new Set(output.map(({ fileName }) => fileName)));

/** Removes chunks of earlier builds; a command that runs at this moment may still need those of the last one. */
function removeOld(written) {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(join(dist, 'bundle'))) {
    const file = join(dist, 'bundle', name);
    if (!written.has(`bundle/${name}`) && statSync(file).mtimeMs < anHourAgo) rmSync(file);
  }
}
