/** The wall with one star gone: decoration, transparent, at home in light and dark. */
export function MissingTile({ className }: { className?: string }) {
  return <img className={className} src="/art/missing-wall.svg" width={720} height={480} alt="" />
}
