import icon from './Icon.module.css'
import styles from './SpeakerIcon.module.css'

/** A loudspeaker whose waves go the way the text runs. */
export function SpeakerIcon() {
  return (
    <svg
      className={`${icon.line} ${styles.speaker}`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M4 9.5v5h3.5l5 4v-13l-5 4zM16 9a4.2 4.2 0 0 1 0 6M18.6 6.4a8 8 0 0 1 0 11.2" />
    </svg>
  )
}
