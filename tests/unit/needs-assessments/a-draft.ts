import type { DraftConcern, DraftContent } from '@/lib/needs-assessments/draft-content'
import type { ConcernDefinition, EarlierConcern } from '@/lib/needs-assessments/needs-assessment'

/** A small catalogue: what the rules know of a concern is its code and label. */
export const CATALOGUE: ConcernDefinition[] = ['fatigue', 'money', 'sleep', 'pain', 'worry'].map((code) => ({
  code,
  domain: 'any',
  domainLabel: 'Any',
  label: code.charAt(0).toUpperCase() + code.slice(1),
}))

export function typed(concern: Partial<DraftConcern> = {}): DraftConcern {
  return {
    label: '',
    picked: false,
    change: '',
    score: '',
    ownWords: '',
    byStaff: false,
    priority: '',
    ...concern,
  }
}

export const picked = (concern: Partial<DraftConcern> = {}) => typed({ picked: true, ...concern })

/** A draft that is whole but for its concerns. */
export function aDraft(content: Partial<DraftContent> = {}): DraftContent {
  return {
    catalogueVersion: 'test',
    followsId: null,
    completedOn: { day: '3', month: '10', year: '2026' },
    mode: 'in_person',
    completedBy: 'person',
    proxyName: '',
    proxyRelationship: '',
    interpreter: '4',
    pathwayPoint: 'initial_diagnosis',
    staffRole: '04',
    noConcerns: false,
    concerns: {},
    ...content,
  }
}

export function earlier(code: string, concern: Partial<EarlierConcern> = {}): EarlierConcern {
  return {
    code,
    label: code.charAt(0).toUpperCase() + code.slice(1),
    score: null,
    ownWords: null,
    addedBy: 'person',
    ...concern,
  }
}
