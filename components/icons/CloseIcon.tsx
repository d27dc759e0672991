import { Icon } from './Icon.tsx'

export function CloseIcon() {
  return (
    <Icon>
      <path d="m5.5 5.5 13 13M18.5 5.5l-13 13" />
    </Icon>
  )
}
