/** The tiled wall with one star missing: decoration, transparent, for light and dark pages. */
export function MissingTile({ className }: { className?: string }) {
  return <img className={className} src="/art/missing-wall.svg" width={720} height={480} alt="" />
}
