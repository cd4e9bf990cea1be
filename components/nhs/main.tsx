import type { ReactNode } from 'react'

type Props = {
  /** Back link, breadcrumb or patient banner that stands above the main content, in the same width. */
  before?: ReactNode
  children: ReactNode
}

/** The page's width and its `main`, once a page. */
export function Main({ before, children }: Props) {
  return (
    <div className="nhsuk-width-container">
      {before}
      <main className="nhsuk-main-wrapper" id="maincontent" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}
