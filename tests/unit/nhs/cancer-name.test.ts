import { describe, expect, it } from 'vitest'
import { cancerName } from '@/lib/nhs/cancer-name'

describe('what a letter calls a cancer', () => {
  it.each([
    ['C61', 'Prostate cancer'],
    ['C50.4', 'Breast cancer'],
    ['C43.5', 'Melanoma'],
    ['C81.1', 'Hodgkin lymphoma'],
    ['C10.9', 'Head and neck cancer'],
    ['C63.1', 'Urology cancer'],
  ])('of %s is %s: the organ where it has a name, else the tumour group', (code, name) => {
    expect(cancerName(code)).toBe(name)
  })
})
