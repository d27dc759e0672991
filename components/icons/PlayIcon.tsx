import { Icon } from './Icon.tsx'

/** Keeps its form in every script. */
export function PlayIcon() {
  return (
    <Icon solid>
      <path d="M7 4.5v15l12-7.5z" />
    </Icon>
  )
}
