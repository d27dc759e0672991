import fs from 'node:fs'
import path from 'node:path'

/** The facts of the framework's routes that the edge needs. */
export type Routes = {
  /** First segments of routes that belong to no language, such as `robots.txt`. */
  roots: ReadonlySet<string>
  hasNewsroom: boolean
  /** Whether a route handler answers an address: it makes a feed, a picture or the like, not a page. */
  isMade: (segments: readonly string[]) => boolean
}

/** The routes of the build; in development, those of the sources at the start. */
export function frameworkRoutes({ sources, built }: { sources: string; built: string | null }): Routes {
  return routesOf(built === null ? routesOfSources(sources) : routesOfBuild(built))
}

/** The place of a route, such as `/[locale]/(reader)/page`, and its address, such as `/[locale]`. */
type RoutePair = [place: string, address: string]

/** The facts of routes from pairs of place and address. */
export function routesOf(pairs: readonly RoutePair[]): Routes {
  const firsts = pairs.map(([, address]) => address.split('/')[1] ?? '')
  const made = pairs
    .filter(([place]) => path.posix.basename(place) === 'route')
    .map(([, address]) => address.split('/').slice(1))
  return {
    roots: new Set(firsts.filter(first => first !== '' && !first.startsWith('[') && !first.startsWith('_'))),
    hasNewsroom: pairs.some(([, address]) => address.startsWith('/[locale]/newsroom')),
    isMade: segments => made.some(pattern => isLike(pattern, segments)),
  }
}

/* `[name]` stands for any one segment, `[...name]` for all further ones. */
function isLike(pattern: readonly string[], segments: readonly string[]): boolean {
  const isOpen = pattern.at(-1)?.startsWith('[...') ?? false
  if (isOpen ? segments.length < pattern.length : segments.length !== pattern.length) return false
  return pattern.every((part, index) => part.startsWith('[') || part === segments[index])
}

function routesOfBuild(built: string): RoutePair[] {
  const manifest = path.join(built, 'app-path-routes-manifest.json')
  return Object.entries(JSON.parse(fs.readFileSync(manifest, 'utf8')) as Record<string, string>)
}

function routesOfSources(sources: string): RoutePair[] {
  return fs
    .readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .map(file => `/${file.split(path.sep).join('/')}`)
    .filter(file => /\/(page|route)\.tsx?$/.test(file))
    .map(file => {
      const place = file.replace(/\.tsx?$/, '')
      const address = path.posix.dirname(place).replace(/\/\([^/]*\)/g, '')
      return [place, address]
    })
}
