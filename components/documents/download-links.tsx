type Props = {
  /** Each with words that say what it is and in which form. */
  files: readonly { href: string; label: string }[]
  /** What the document says is what was signed. */
  isIntact: boolean
}

/** Files to keep or print, as plain links; none of a document that may have been altered. */
export function DownloadLinks({ files, isIntact }: Props) {
  if (!isIntact)
    return <p className="app-screen-only">It cannot be downloaded, as it may have been altered.</p>
  return (
    <ul className="app-screen-only list-none pl-0">
      {files.map(({ href, label }) => (
        <li key={href}>
          <a href={href}>{label}</a>
        </li>
      ))}
    </ul>
  )
}
