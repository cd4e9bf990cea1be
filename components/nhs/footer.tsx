type Props = { links: readonly { href: string; label: string }[]; note?: string }

/** Support links, and a line of words. No logo and no copyright line: the service holds neither. */
export function Footer({ links, note }: Props) {
  return (
    <footer className="nhsuk-footer" role="contentinfo">
      <div className="nhsuk-width-container">
        <div className="nhsuk-footer__meta">
          <h2 className="nhsuk-u-visually-hidden">Support links</h2>
          <ul className="nhsuk-footer__list">
            {links.map(({ href, label }) => (
              <li className="nhsuk-footer__list-item" key={href}>
                <a className="nhsuk-footer__list-item-link" href={href}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
          {note ? <p className="nhsuk-body-s">{note}</p> : null}
        </div>
      </div>
    </footer>
  )
}
