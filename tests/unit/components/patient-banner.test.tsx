import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { PatientBanner, type BannerPatient } from '@/components/patients/patient-banner'

const today = '2026-11-21'

const anne: BannerPatient = {
  title: 'Mrs',
  givenName: 'Anne',
  familyName: 'Smith',
  bornOn: '1961-02-03',
  gender: 'Female',
  nhsNumber: '9990000018',
}

function banner(patient: BannerPatient, href?: string): string {
  return renderToStaticMarkup(<PatientBanner patient={patient} today={today} href={href} />)
}

/** The words in the order they are read. */
function words(patient: BannerPatient): string {
  return banner(patient)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

describe('the patient banner', () => {
  it('reads name, born, gender, NHS number, in that order and without colons', () => {
    expect(words(anne)).toBe('SMITH, Anne (Mrs) Born 03-Feb-1961 (65y) Gender Female NHS No. 999 000 0018')
  })

  it('counts the age in whole years', () => {
    expect(words({ ...anne, bornOn: '1961-11-21' })).toContain('21-Nov-1961 (65y)')
    expect(words({ ...anne, bornOn: '1961-11-22' })).toContain('22-Nov-1961 (64y)')
  })

  it.each([
    [{ familyName: "O'Brien-Ødegård", givenName: 'Zoë', title: null }, "O'BRIEN-ØDEGÅRD, Zoë"],
    [{ familyName: 'Weiß', givenName: 'Jörg', title: 'Dr' }, 'WEIẞ, Jörg (Dr)'],
    [{ familyName: 'Suharto', givenName: '', title: null }, 'SUHARTO'],
  ])('writes the name of %o in full', (name, shown) => {
    expect(words({ ...anne, ...name }).replace('&#x27;', "'")).toMatch(
      new RegExp(`^${shown.replace(/[()]/g, '\\$&')} Born`),
    )
  })

  it('says what is not known in words', () => {
    expect(words({ ...anne, bornOn: null, gender: null, nhsNumber: null })).toBe(
      'SMITH, Anne (Mrs) Born Not known Gender Not known NHS No. Not known',
    )
  })

  it('shows needs on a second line, only where there are some', () => {
    const needs = {
      preferredName: 'Nan',
      interpreter: 'Polish',
      informationNeeds: ['Large print', 'Easy Read'],
    }
    expect(words({ ...anne, ...needs })).toMatch(
      /Likes to be called Nan Interpreter Polish Information Large print, Easy Read$/,
    )
    expect(banner(anne)).not.toContain('app-patient-banner__needs')
  })

  it('shows how to reach the person only to those who are given it', () => {
    expect(words({ ...anne, contact: { address: '1 High Street', telephone: null } })).toMatch(
      /Contact Address 1 High Street Telephone Not recorded Email Not recorded$/,
    )
    expect(words(anne)).not.toContain('Contact')
  })

  it('looks different and says so when the person has died', () => {
    const died = { ...anne, isDeceased: true, diedOn: '2026-02-02' }
    expect(banner(died)).toContain('app-patient-banner--deceased')
    expect(words(died)).toContain('Born 03-Feb-1961 Died 02-Feb-2026 Age at death 64y Gender')
    expect(words({ ...anne, isDeceased: true })).toContain('Born 03-Feb-1961 Died Date not known Gender')
    expect(banner(anne)).not.toContain('deceased')
  })

  it('links the name to the record where asked', () => {
    expect(banner(anne, '/patients/1')).toContain('<a href="/patients/1">SMITH, Anne (Mrs)</a>')
  })
})
