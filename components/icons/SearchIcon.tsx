import { Icon } from './Icon.tsx'

/** A magnifying glass; its handle is on the same side in both directions. */
export function SearchIcon() {
  return (
    <Icon>
      <circle cx="10.5" cy="10.5" r="6.5" />
      <path d="m15.5 15.5 5 5" />
    </Icon>
  )
}
