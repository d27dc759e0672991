import styles from './AddressRow.module.css'

type Props = {
  /** The words of the button. */
  children: string
  name?: string
  value?: string
  isQuiet?: boolean
}

/** A form of a single button, which posts to the address of the page: that carries the reader's token. */
export function OneButton({ children, name, value, isQuiet = false }: Props) {
  return (
    <form method="post" acceptCharset="utf-8">
      <button
        type="submit"
        name={name}
        value={value}
        className={isQuiet ? `${styles.button} letter-quiet` : styles.button}
      >
        {children}
      </button>
    </form>
  )
}
