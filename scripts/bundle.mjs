import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import esbuild from 'esbuild'

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/* Packages stay outside: they are installed anyway, and some are native. */
const forNode = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node22',
  format: 'esm',
  packages: 'external',
  sourcemap: 'linked',
  jsx: 'automatic',
  /* Before all else in each bundle: on an older Node it ends with a sentence, not with a crash. */
  inject: [path.join(root, 'scripts/node-version.mjs')],
  logLevel: 'warning',
}

export const serverOptions = {
  ...forNode,
  entryPoints: {
    main: 'server/main.ts',
    'render-thread': 'server/rendering/render-thread.ts',
    'picture-encoder': 'server/pictures/encoder-process.ts',
    voice: 'server/listening/voice-process.ts',
    espeak: 'domain/media/audio/voices/espeak-program.ts',
  },
  outdir: path.join(root, 'dist/server'),
}

const pressOptions = {
  ...forNode,
  entryPoints: ['cli/main.ts'],
  outfile: path.join(root, 'dist/press.js'),
  banner: { js: '#!/usr/bin/env node' },
}

export async function bundleServer() {
  await esbuild.build(serverOptions)
}

/** The files that the framework makes pages of, our own ones, relative to the root. */
export async function pageSources() {
  const isRoute = name => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name)
  const routes = fs.readdirSync(path.join(root, 'app'), { recursive: true }).filter(isRoute)
  const { metafile } = await esbuild.build({
    ...forNode,
    entryPoints: routes.map(name => path.join('app', name)),
    outdir: path.join(root, 'dist/pages'),
    loader: { '.css': 'empty' },
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  return new Set(Object.keys(metafile.inputs))
}

export async function bundlePress() {
  await esbuild.build(pressOptions)
  fs.chmodSync(pressOptions.outfile, 0o755)
}

/** The programs of bench/ that use the newsroom's own code; gives their addresses, for import. */
export async function bundleBench() {
  const outdir = path.join(root, 'dist/bench')
  const programs = {
    newsroom: 'bench/newsroom/main.ts',
    inventor: 'bench/newsroom/inventor.ts',
    paths: 'bench/newsroom/paths.ts',
    desk: 'bench/publishing/desk.ts',
    rename: 'bench/publishing/rename.ts',
    search: 'bench/search/main.ts',
    newsletter: 'bench/newsletter/send.ts',
  }
  await esbuild.build({ ...forNode, entryPoints: programs, outdir })
  return Object.fromEntries(
    Object.keys(programs).map(name => [name, pathToFileURL(path.join(outdir, `${name}.js`)).href]),
  )
}

const enhanceDir = path.join(root, 'public/enhance')
const KEEP_OLD_FILES_MS = 24 * 60 * 60 * 1000

/*
 * Browsers fetch these outside the framework's pages: the readers' script, the style of feeds, that of rare blocks, and
 * that of pages which few readers open.
 */
const STYLES = [
  'components/feed/feed.css',
  'components/body/extra-blocks.css',
  'components/listening/dock.css',
  'components/newsletter/newsletter-pages.css',
  'components/search/search.css',
]

/**
 * Bundles each module of enhance/, and each of STYLES, into public/ under a name that carries its hash, and writes which name that is
 * to dist/enhance-files.json, from where request/enhance-files.ts knows it. Yesterday's files stay for a day: pages
 * that somebody keeps open still ask for them.
 */
export async function bundleEnhance({ minify = true } = {}) {
  const sources = path.join(root, 'enhance')
  const entryPoints = fs.existsSync(sources)
    ? fs.readdirSync(sources).filter(name => /\.ts$/.test(name) && !/\.(test|d)\.ts$/.test(name))
    : []
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [...entryPoints.map(name => path.join('enhance', name)), ...STYLES],
    outdir: enhanceDir,
    /* Addresses of the site, not files to take in. */
    external: ['/fonts/*'],
    bundle: true,
    minify,
    platform: 'browser',
    target: ['es2022', 'safari16'],
    format: 'esm',
    charset: 'utf8',
    logLevel: 'warning',
    write: false,
  })
  fs.mkdirSync(enhanceDir, { recursive: true })
  const files = {}
  for (const { path: outfile, contents } of result.outputFiles) {
    const { name, ext } = path.parse(outfile)
    const hash = crypto.createHash('sha256').update(contents).digest('hex').slice(0, 12)
    const file = `${name}.${hash}${ext}`
    files[ext === '.js' ? name : name + ext] = `/enhance/${file}`
    writeAtomically(path.join(enhanceDir, file), contents)
  }
  const current = new Set(Object.values(files).map(file => path.basename(file)))
  for (const name of fs.readdirSync(enhanceDir)) {
    const file = path.join(enhanceDir, name)
    if (!current.has(name) && Date.now() - fs.statSync(file).mtimeMs > KEEP_OLD_FILES_MS) fs.rmSync(file)
  }
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true })
  writeAtomically(path.join(root, 'dist/enhance-files.json'), `${JSON.stringify(files, null, 2)}\n`)
}

/* Two builds may run at once: nobody may see half a file. */
function writeAtomically(file, contents) {
  const draft = `${file}.${process.pid}.tmp`
  fs.writeFileSync(draft, contents)
  fs.renameSync(draft, file)
}
