type Props = { href: string; children?: string }

/** Goes in `Main`'s `before`, to the page this one was reached from. In a landmark, so that nothing stands outside one. */
export function BackLink({ href, children = 'Back' }: Props) {
  return (
    <nav aria-label="Back">
      <a className="nhsuk-back-link" href={href}>
        {children}
      </a>
    </nav>
  )
}
