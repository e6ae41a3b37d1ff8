// Makes the style sheet and the script of the pages. Run by the build of Made.Web and by `npm run build`.
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import * as esbuild from 'esbuild'
import * as sass from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const root = join(here, '../../..')
const assets = join(here, '../wwwroot/assets')

await mkdir(assets, { recursive: true })

const style = sass.compile(join(here, 'styles/made.scss'), {
  loadPaths: [join(root, 'node_modules')],
  importers: [{
    // The MOJ style sheets name GOV.UK Frontend as a package.
    findFileUrl: url => url.startsWith('pkg:') ? pathToFileURL(join(root, 'node_modules', url.slice(4))) : null,
  }],
  quietDeps: true,
})
const { code, warnings } = await esbuild.transform(style.css, { loader: 'css', minify: true })
if (warnings.length > 0) throw new Error(warnings.map(w => w.text).join('\n'))
await writeFile(join(assets, 'made.css'), code)

await esbuild.build({
  entryPoints: [join(here, 'scripts/made.js')],
  outfile: join(assets, 'made.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2020',
  legalComments: 'none',
  logLevel: 'warning',
})
