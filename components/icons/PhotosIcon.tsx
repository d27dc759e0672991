import { Icon } from './Icon.tsx'

/** Two square pictures, one behind the other. */
export function PhotosIcon() {
  return (
    <Icon>
      <path d="M4 8h12v12H4zM8 4.5h11.5V16" />
    </Icon>
  )
}
