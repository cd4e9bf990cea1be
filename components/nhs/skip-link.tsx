/** First thing on a page: lets keyboard users pass the header. `Main` carries the id. */
export function SkipLink({ href = '#maincontent', children = 'Skip to main content' }) {
  return (
    <a className="nhsuk-skip-link" href={href}>
      {children}
    </a>
  )
}
