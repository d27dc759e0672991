import { Icon } from './Icon.tsx'

/** A disc, half light and half dark. */
export function ThemeIcon() {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.5" />
      <path fill="currentColor" stroke="none" d="M12 3.5a8.5 8.5 0 0 1 0 17z" />
    </Icon>
  )
}
