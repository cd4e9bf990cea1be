import { classNames } from '@/components/nhs/class-names'
import type { Facts } from '@/lib/documents/document'
import { TextOf } from './text-of'

/** Facts by name, two columns where there is room. */
export function DocumentFacts({ facts, areNamesShort }: Omit<Facts, 'kind'>) {
  const nameWidth = areNamesShort ? 'md:w-56 print:w-48' : 'md:w-64 print:w-56'
  return (
    <dl className="nhsuk-body">
      {facts.map(({ name, words }, index) => (
        <div
          className="mb-1 break-inside-avoid md:flex md:gap-4 print:flex print:gap-4"
          key={`${index} ${name}`}
        >
          <dt className={classNames('font-bold md:shrink-0 print:shrink-0', nameWidth)}>{name}</dt>
          <dd className="app-preserve-lines m-0">
            <TextOf words={words} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
