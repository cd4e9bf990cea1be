import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { ActionForm } from '@/components/nhs/action-form'
import { Checkboxes } from '@/components/nhs/checkboxes'
import { DateInput } from '@/components/nhs/date-input'
import { HiddenInput } from '@/components/nhs/hidden-input'
import { Radios } from '@/components/nhs/radios'
import { Select } from '@/components/nhs/select'
import { SubmissionId } from '@/components/nhs/submission-id'
import { TextArea } from '@/components/nhs/text-area'
import { TextInput } from '@/components/nhs/text-input'
import { emptyFormState, type FormState } from '@/lib/platform/form-state'

const items = [
  { value: 'paper', label: 'On paper' },
  { value: 'telephone', label: 'By telephone' },
]

function form(state: FormState): string {
  return renderToStaticMarkup(
    <ActionForm action={async (before) => before} initialState={state}>
      <h1>Record an assessment</h1>
      <HiddenInput name="version" value="3" />
      <TextInput name="familyName" label="Family name" value="Smith" />
      <TextInput name="password" label="Password" type="password" />
      <TextArea name="note" label="Note" value="stored" />
      <Radios name="mode" label="How?" value="paper" items={items} />
      <Checkboxes name="needs" label="Needs" values={['paper']} items={items} />
      <Select name="team" label="Team" value="telephone" options={items} />
      <DateInput name="heldOn" label="When?" value="2026-02-03" />
    </ActionForm>,
  )
}

const posted: FormState = {
  errors: [
    { field: 'familyName', message: 'Enter the family name' },
    { field: 'heldOn-year', message: 'Date must include a year' },
    { field: '', message: 'Somebody else changed this' },
  ],
  values: {
    version: '2',
    familyName: '',
    password: 'never shown again',
    note: '<b>typed</b>',
    mode: 'telephone',
    team: 'paper',
    'heldOn-day': '31',
    'heldOn-month': 'Feb',
    'heldOn-year': '',
  },
}

describe('a form before it is posted', () => {
  const html = form(emptyFormState)

  it('shows stored values and no error', () => {
    expect(html).not.toContain('nhsuk-error')
    expect(html).toMatch(/name="familyName"[^>]* value="Smith"/)
    expect(html).toContain('>stored</textarea>')
    expect(html).toMatch(/name="mode"[^>]* checked=""[^>]* value="paper"|value="paper"[^>]* checked=""/)
    expect(html).toContain('<option value="telephone" selected="">')
  })

  it('takes dates apart without leading zeros', () => {
    expect(html).toMatch(/name="heldOn-day"[^>]* value="3"/)
    expect(html).toMatch(/name="heldOn-month"[^>]* value="2"/)
    expect(html).toMatch(/name="heldOn-year"[^>]* value="2026"/)
  })
})

describe('a form that came back', () => {
  const html = form(posted)

  it('lists what is wrong above the heading, each linked to its field', () => {
    expect(html.indexOf('There is a problem')).toBeLessThan(html.indexOf('<h1>'))
    expect(html).toContain('<a href="#familyName">Enter the family name</a>')
    expect(html).toContain('<a href="#heldOn-year">Date must include a year</a>')
    expect(html).toContain('<li>Somebody else changed this</li>')
  })

  it('links an error of a day to the day, which carries the id of the date', () => {
    const errors = [{ field: 'heldOn-day', message: 'Date must include a day' }]
    const day = form({ ...posted, errors })
    expect(day).toContain('<a href="#heldOn">Date must include a day</a>')
    expect(day).toMatch(/nhsuk-input--error[^>]*id="heldOn"[^>]*name="heldOn-day"/)
  })

  it('says it again at the field', () => {
    expect(html).toMatch(/id="familyName-error"><span[^>]*>Error: <\/span>Enter the family name/)
    expect(html).toMatch(/id="familyName"[^>]*aria-describedby="familyName-error"/)
  })

  it('marks only the part of a date that is wrong', () => {
    const marked = [...html.matchAll(/nhsuk-input--error[^>]* name="([^"]+)"/g)].map(([, name]) => name)
    expect(marked).toEqual(['familyName', 'heldOn-year'])
  })

  it('keeps what was typed, not what was stored', () => {
    expect(html).not.toContain('Smith')
    expect(html).toContain('>&lt;b&gt;typed&lt;/b&gt;</textarea>')
    expect(html).toMatch(/name="heldOn-day"[^>]* value="31"/)
    expect(html).toMatch(/name="heldOn-month"[^>]* value="Feb"/)
    expect(html).toContain('<option value="paper" selected="">')
    expect(html).toMatch(/<input type="hidden" name="version"[^>]*value="2"/)
  })

  it('leaves a box unticked that was unticked', () => {
    expect(html).not.toMatch(/name="needs"[^>]* checked/)
  })

  it('never shows a password again', () => {
    expect(html).not.toContain('never shown again')
  })
})

describe('the submission id', () => {
  const idIn = (html: string) => /name="submissionId"[^>]*value="([^"]+)"/.exec(html)?.[1]

  it('is new at each showing', () => {
    const ids = [1, 2].map(() => idIn(renderToStaticMarkup(<SubmissionId />)))
    expect(ids[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(ids[0]).not.toBe(ids[1])
  })

  it('stays the same when the post failed', () => {
    const state = { errors: [], values: { submissionId: 'the-first' } }
    const html = renderToStaticMarkup(
      <ActionForm action={async (before) => before} initialState={state}>
        <SubmissionId />
      </ActionForm>,
    )
    expect(idIn(html)).toBe('the-first')
  })
})
