export type ViewLink = { href: string; label: string; isCurrent?: boolean }

type Props = {
  /** What is chosen by them, read out only. */
  label: string
  links: readonly ViewLink[]
}

/** Ways to see one list, and the pages beside it, in one row. Which is shown is said by weight and to assistive technology. */
export function ViewLinks({ label, links }: Props) {
  return (
    <nav className="app-switch" aria-label={label}>
      {links.map(({ href, label: words, isCurrent }) => (
        <a key={href} href={href} aria-current={isCurrent ? 'page' : undefined}>
          {words}
        </a>
      ))}
    </nav>
  )
}
