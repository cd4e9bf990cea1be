import { ActionLink } from '@/components/nhs/action-link'
import { BackLink } from '@/components/nhs/back-link'
import { Breadcrumb } from '@/components/nhs/breadcrumb'
import { Button, ButtonLink } from '@/components/nhs/button'
import { CareCard } from '@/components/nhs/care-card'
import { Details } from '@/components/nhs/details'
import { ErrorMessage } from '@/components/nhs/error-message'
import { ErrorSummary } from '@/components/nhs/error-summary'
import { InsetText } from '@/components/nhs/inset-text'
import { NotificationBanner } from '@/components/nhs/notification-banner'
import { Panel } from '@/components/nhs/panel'
import { SkipLink } from '@/components/nhs/skip-link'
import { Tag, type TagColour } from '@/components/nhs/tag'
import { WarningCallout } from '@/components/nhs/warning-callout'
import { expectFixtures } from './expect-fixtures'
import { isContext, usesOnly, wordsOf, type Context } from './fixture-context'

const ourVariants: unknown[] = [undefined, 'secondary', 'warning', 'reverse']

expectFixtures(
  'button',
  (context) => {
    if (!usesOnly(context, 'text', 'variant', 'small', 'href') || !ourVariants.includes(context.variant))
      return null
    const look = { variant: context.variant as 'secondary' | undefined, small: Boolean(context.small) }
    if (typeof context.href !== 'string') return <Button {...look}>{String(context.text)}</Button>
    return (
      <ButtonLink {...look} href={context.href}>
        {String(context.text)}
      </ButtonLink>
    )
  },
  { examples: 20 },
)

expectFixtures(
  'tag',
  (context) => {
    if (!usesOnly(context, 'text', 'colour') || context.colour === false) return null
    return <Tag colour={context.colour as TagColour | undefined}>{String(context.text)}</Tag>
  },
  { examples: 12 },
)

expectFixtures(
  'error-message',
  (context) =>
    usesOnly(context, 'text') && context.text ? <ErrorMessage>{String(context.text)}</ErrorMessage> : null,
  { examples: 2 },
)

expectFixtures(
  'error-summary',
  (context) => {
    const heading = wordsOf(context.heading)
    const list = context.errorList
    if (!usesOnly(context, 'heading', 'errorList') || !heading || !Array.isArray(list)) return null
    if (!list.every((error) => usesOnly(error, 'text', 'href'))) return null
    const errors = list.map((error: Context) => ({
      field: String(error.href ?? '').replace('#', ''),
      message: String(error.text),
    }))
    return <ErrorSummary heading={heading} errors={errors} />
  },
  // Ours can take the focus before any script has run, and a date's id is on its day.
  {
    examples: 5,
    expected: (html) => html.replace('<div ', '<div tabindex="-1" ').replaceAll('#example-day"', '#example"'),
  },
)

expectFixtures(
  'details',
  (context, markup) => {
    const summary = wordsOf(context.summary)
    if (!summary || !usesOnly(context, 'summary', 'text', 'html', 'open', 'classes')) return null
    const text = typeof context.html === 'string' ? markup(context.html) : context.text
    return (
      <Details summary={summary} open={Boolean(context.open)} expander={context.classes === 'nhsuk-expander'}>
        {String(text)}
      </Details>
    )
  },
  { examples: 9 },
)

expectFixtures(
  'inset-text',
  (context, markup) => {
    if (typeof context.html === 'string') return <InsetText>{markup(context.html)}</InsetText>
    return typeof context.text === 'string' ? <InsetText>{markup(`<p>${context.text}</p>`)}</InsetText> : null
  },
  { examples: 2 },
)

expectFixtures(
  'warning-callout',
  (context, markup) => {
    const heading = wordsOf(context.heading)
    if (!heading || !usesOnly(context, 'heading', 'text', 'html')) return null
    const body = context.html
      ? String(context.html)
      : `<p class="nhsuk-card__description">${String(context.text)}</p>`
    return <WarningCallout heading={heading}>{markup(body)}</WarningCallout>
  },
  { examples: 4 },
)

expectFixtures(
  'card',
  (context, markup) => {
    const { variant, heading, html } = context
    const urgency = ['non-urgent', 'urgent', 'emergency'].find((each) => each === variant)
    if (!urgency || typeof heading !== 'string' || !usesOnly(context, 'variant', 'heading', 'html'))
      return null
    return (
      <CareCard urgency={urgency as 'urgent'} heading={heading}>
        {markup(String(html ?? ''))}
      </CareCard>
    )
  },
  // The shipped examples' bodies are not among their options.
  {
    examples: 3,
    expected: (html) => html.replace(/(<div class="nhsuk-card__content">)[\s\S]*?(<\/div>)/, '$1$2'),
  },
)

expectFixtures(
  'notification-banner',
  (context) => {
    const title = wordsOf(context.title)
    if (title === null || !usesOnly(context, 'text', 'variant', 'title')) return null
    return (
      <NotificationBanner title={title} variant={context.variant as 'success' | undefined}>
        {String(context.text)}
      </NotificationBanner>
    )
  },
  { examples: 5 },
)

expectFixtures(
  'panel',
  (context) => {
    const heading = isContext(context.heading) ? wordsOf(context.heading) : context.heading
    if (typeof heading !== 'string' || !usesOnly(context, 'heading', 'text')) return null
    return <Panel heading={heading}>{String(context.text)}</Panel>
  },
  { examples: 2 },
)

expectFixtures(
  'back-link',
  ({ href, text, ...rest }) =>
    typeof href === 'string' && typeof text === 'string' && Object.keys(rest).length === 0 ? (
      <BackLink href={href}>{text}</BackLink>
    ) : null,
  // Ours stands in a landmark of its own: it comes before `main`.
  { examples: 1, expected: (html) => `<nav aria-label="Back">${html}</nav>` },
)

expectFixtures(
  'skip-link',
  ({ href, text }) => (href === '#maincontent' ? <SkipLink href={href}>{String(text)}</SkipLink> : null),
  { examples: 1 },
)

expectFixtures(
  'action-link',
  ({ href, text, ...rest }) =>
    typeof href === 'string' && typeof text === 'string' && Object.keys(rest).length === 0 ? (
      <ActionLink href={href}>{text}</ActionLink>
    ) : null,
  { examples: 1 },
)

expectFixtures(
  'breadcrumb',
  (context) => {
    const items = context.items
    if (!usesOnly(context, 'items') || !Array.isArray(items)) return null
    if (!items.every((item) => usesOnly(item, 'href', 'text'))) return null
    // The shipped examples use the same address for every step; React needs them apart.
    return (
      <Breadcrumb
        items={items.map((item: Context) => ({ href: String(item.href), label: String(item.text) }))}
      />
    )
  },
  { examples: 1 },
)
