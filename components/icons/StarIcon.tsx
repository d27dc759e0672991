type Props = { className?: string }

/** The khatam, two overlapping squares with one turned by 45 degrees: the house's mark. */
export function StarIcon({ className }: Props) {
  return (
    <svg className={className} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path fill="currentColor" d="M15.8 8 8 15.8.2 8 8 .2zM13.5 13.5h-11v-11h11z" />
    </svg>
  )
}
