import { themeScript } from './theme-script.ts'

/** The one inline script of a page; the edge keeps it by its attribute and its hash. */
export function ThemeScript() {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, and script text cannot be written as children
  return <script data-theme-script="" dangerouslySetInnerHTML={{ __html: themeScript }} />
}
