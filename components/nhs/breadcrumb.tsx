type Crumb = { href: string; label: string }

/** Where this page lies, from the top; the page itself is left out. Small screens show the last step as a back link. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const last = items.at(-1)
  return (
    <nav className="nhsuk-breadcrumb" aria-label="Breadcrumb">
      <ol className="nhsuk-breadcrumb__list">
        {items.map((item) => (
          <li className="nhsuk-breadcrumb__list-item" key={item.href}>
            <a className="nhsuk-breadcrumb__link" href={item.href}>
              {item.label}
            </a>
          </li>
        ))}
      </ol>
      {last ? (
        <a className="nhsuk-back-link" href={last.href}>
          <span className="nhsuk-u-visually-hidden">Back to </span>
          {last.label}
        </a>
      ) : null}
    </nav>
  )
}
