import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { shippedFixtures, type Context, type Markup } from './fixture-context'
import { normalisedHtml } from './normalised-html'

/** Our component for an example's options, or null when they ask for what it does not do. */
export type Adapter = (context: Context, markup: Markup) => ReactElement | null

type Options = {
  /** How many of the shipped examples must be within what our component does: a guard against an adapter that refuses all. */
  examples: number
  /** Where we differ on purpose: changes the shipped HTML to what we mean to give. */
  expected?: (html: string) => string
}

/** Renders our component for every shipped example it can do and compares with the shipped HTML. */
export function expectFixtures(
  component: string,
  adapt: Adapter,
  { examples, expected = (html) => html }: Options,
) {
  describe(component, () => {
    // The content of a "call block" is not among an example's options.
    const examplesWithOptions = shippedFixtures(component).filter(
      ({ title }) => !title.includes('call block'),
    )
    const covered = examplesWithOptions.flatMap((fixture) => {
      const pieces: string[] = []
      const markup = (html: string) => `[[${pieces.push(html) - 1}]]`
      const element = adapt(fixture.context, markup)
      return element ? [{ ...fixture, element, pieces }] : []
    })

    it(`does ${examples} of the shipped examples`, () => expect(covered.length).toBe(examples))

    it.each(covered)('$title', ({ element, pieces, html }) => {
      const ours = renderToStaticMarkup(element).replace(
        /\[\[(\d+)\]\]/g,
        (_, index) => pieces[Number(index)] ?? '',
      )
      expect(normalisedHtml(ours)).toEqual(normalisedHtml(expected(html)))
    })
  })
}
