import { describe, expect, it } from 'vitest'
import { emptyFormState, errorFor, valueOf, valuesOf, wasPosted } from '@/lib/platform/form-state'

const posted = {
  errors: [
    { field: 'bornOn-month', message: 'Date of birth must include a month' },
    { field: 'bornOn', message: 'second' },
    { field: 'bornOnPlace', message: 'other field' },
  ],
  values: { name: 'Anne', needs: ['a', 'b'], single: 'a' },
}

describe('errorFor', () => {
  it('finds the first message of a field, parts of a date included', () => {
    expect(errorFor(posted, 'bornOn')).toBe('Date of birth must include a month')
  })
  it('does not take another field with a similar name', () => {
    expect(errorFor(posted, 'born')).toBeUndefined()
    expect(errorFor({ ...posted, errors: posted.errors.slice(2) }, 'bornOn')).toBeUndefined()
  })
})

describe('values', () => {
  it('falls back to what is stored until the form is posted', () => {
    expect(wasPosted(emptyFormState)).toBe(false)
    expect(valueOf(emptyFormState, 'name', 'Stored')).toBe('Stored')
    expect(valueOf(emptyFormState, 'name', null)).toBe('')
    expect(valuesOf(emptyFormState, 'needs', ['x'])).toEqual(['x'])
  })
  it('takes what was posted, even where that is nothing', () => {
    expect(valueOf(posted, 'name', 'Stored')).toBe('Anne')
    expect(valueOf(posted, 'absent', 'Stored')).toBe('')
    expect(valuesOf(posted, 'absent', ['x'])).toEqual([])
  })
  it('reads one value of many and many of one', () => {
    expect(valueOf(posted, 'needs')).toBe('a')
    expect(valuesOf(posted, 'single')).toEqual(['a'])
    expect(valuesOf(posted, 'needs')).toEqual(['a', 'b'])
  })
})
