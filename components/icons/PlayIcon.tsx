import { Icon } from './Icon.tsx'

/** The play triangle; it is never mirrored. */
export function PlayIcon() {
  return (
    <Icon solid>
      <path d="M7 4.5v15l12-7.5z" />
    </Icon>
  )
}
