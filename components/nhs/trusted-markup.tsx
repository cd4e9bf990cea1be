import { createElement, type ComponentPropsWithoutRef, type ReactElement } from 'react'
import { Markup } from './markup'

type Written = 'tbody' | 'ul' | 'svg' | 'span'

type Props<Tag extends Written> = Omit<
  ComponentPropsWithoutRef<Tag>,
  'children' | 'dangerouslySetInnerHTML'
> & {
  as: Tag
  parts: readonly Markup[]
}

/** The body of a table, a list, a drawing or what stands in a row as text that `markup` made: no element of React's for each row or line. */
export function TrustedMarkup<Tag extends Written>({ as, parts, ...attributes }: Props<Tag>): ReactElement {
  const html = parts.map((part) => Markup.html(part)).join('')
  return createElement(as, { ...attributes, dangerouslySetInnerHTML: { __html: html } })
}
