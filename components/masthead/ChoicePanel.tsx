import type { ReactNode } from 'react'
import styles from './ChoicePanel.module.css'

type Props = {
  id: string
  /** Name of the button and of the group of choices. */
  title: string
  icon: ReactNode
  /** The name of the radio buttons. */
  name: string
  choices: readonly { value: string; label: string }[]
  initial: string
}

/** A button that opens a few choices. A popover closes with Escape or a click outside without any script. */
export function ChoicePanel({ id, title, icon, name, choices, initial }: Props) {
  return (
    <>
      <button type="button" className={styles.button} popoverTarget={id} title={title}>
        {icon}
        <span className="unseen">{title}</span>
      </button>
      <div id={id} popover="auto" className={styles.panel}>
        <fieldset className={styles.choices}>
          <legend>{title}</legend>
          {choices.map(({ value, label }) => (
            <label key={value}>
              <input type="radio" name={name} value={value} defaultChecked={value === initial} />
              {label}
            </label>
          ))}
        </fieldset>
      </div>
    </>
  )
}
