import { Icon } from './Icon'

/** Lines that grow: text size without a letter of any one script. */
export function TextSizeIcon() {
  return (
    <Icon>
      <path d="M5 6.5h14" strokeWidth="1.25" />
      <path d="M5 11.25h14" strokeWidth="2" />
      <path d="M5 17.25h14" strokeWidth="3.5" />
    </Icon>
  )
}
