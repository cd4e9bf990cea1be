'use client'

/** Opens the browser's print window; without scripting, says how to. */
export function PrintButton() {
  return (
    <p className="app-screen-only">
      <button className="app-link-button noscript:hidden" type="button" onClick={() => window.print()}>
        Print this page
      </button>
      <span className="hidden noscript:inline">
        To print this page, use the print command of your browser.
      </span>
    </p>
  )
}
