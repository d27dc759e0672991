import { scriptJson } from './graph.ts'

/** The structured data of a page as JSON-LD; `graph` is one of the graphs of this folder. */
export function StructuredData({ graph }: { graph: object }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: data for machines, with every < escaped.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: scriptJson(graph) }} />
}
