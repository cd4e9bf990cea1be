import { groundsFaults, unusedSources } from '@/lib/platform/reference-grounds'
import { repeatedPlaces } from '@/lib/platform/reference-data'
import { tumourGroupOf } from '@/lib/nhs/tumour-group'
import type { SurveillanceTests } from '@/lib/results/surveillance-tests'
import type { Protocol } from '../protocol'
import { itemFaults, type Fault } from './item-faults'

/** What the shape of a protocol does not show. Paths lead to the entry at fault, so that its line can be named. */
export function protocolFaults(protocol: Protocol, tests: SurveillanceTests): Fault[] {
  return [
    ...groundsFaults(protocol, protocol.sources),
    ...unusedSources(protocol, protocol.sources).map((tag) => ({
      path: ['sources', tag],
      message: 'nothing rests on it',
    })),
    ...siteFaults(protocol),
    ...protocol.items.flatMap((item, place) =>
      itemFaults(item, protocol.duration.years).map(({ path, message }) => ({
        path: ['items', place, ...path],
        message,
      })),
    ),
    ...namesTwice(protocol),
    ...unknownNames(protocol, tests),
    ...uncovered(protocol),
  ]
}

function siteFaults({ sites, tumourGroup }: Protocol): Fault[] {
  return sites.flatMap((site, place) =>
    tumourGroupOf(site) === tumourGroup
      ? []
      : [{ path: ['sites', place], message: `"${site}" is not of the tumour group ${tumourGroup}` }],
  )
}

function namesTwice({ items, alerts, release, eligibility, exits }: Protocol): Fault[] {
  const twice = (path: PropertyKey[], key: string, names: readonly string[]) =>
    repeatedPlaces(names).map((place) => ({ path: [...path, place, key], message: 'is there twice' }))
  const released = release.map((rule) =>
    rule.kind === 'report' ? rule.test : `${rule.analyte} ${rule.unit}`,
  )
  return [
    ...twice(
      ['items'],
      'test',
      items.map(({ test }) => test),
    ),
    ...twice(
      ['alerts'],
      'code',
      alerts.map(({ code }) => code),
    ),
    ...twice(['release'], 'kind', released),
    ...twice(
      ['eligibility', 'criteria'],
      'code',
      eligibility.criteria.map(({ code }) => code),
    ),
    ...twice(
      ['exits'],
      'reason',
      exits.map(({ reason }) => reason),
    ),
  ]
}

/** Tests, analytes and units that the list does not have. */
function unknownNames({ items, alerts, release }: Protocol, known: SurveillanceTests): Fault[] {
  const entries = [
    ...items.map((entry, place) => ({ path: ['items', place], entry })),
    ...alerts.map((entry, place) => ({ path: ['alerts', place], entry })),
    ...release.map((entry, place) => ({ path: ['release', place], entry })),
  ]
  return entries.flatMap(({ path, entry }) => {
    if ('test' in entry)
      return known.tests.some(({ code }) => code === entry.test)
        ? []
        : [{ path: [...path, 'test'], message: `"${entry.test}" is no test that the service knows` }]
    const analyte = known.analytes.find(({ code }) => code === entry.analyte)
    if (!analyte)
      return [
        { path: [...path, 'analyte'], message: `"${entry.analyte}" is no analyte that the service knows` },
      ]
    return analyte.units.some(({ unit }) => unit === entry.unit)
      ? []
      : [{ path: [...path, 'unit'], message: `"${entry.unit}" is no unit of ${analyte.name}` }]
  })
}

/** A test that nobody would miss, and a rule about a test that is never done. */
function uncovered({ items, alerts }: Protocol): Fault[] {
  const tests = new Set(items.map(({ test }) => test))
  const watched = new Set(alerts.flatMap((rule) => (rule.kind === 'missing' ? [rule.test] : [])))
  const unwatched = items.flatMap(({ test }, place) =>
    watched.has(test)
      ? []
      : [
          {
            path: ['items', place, 'test'],
            message: `no alert rule says what follows when ${test} is missing`,
          },
        ],
  )
  const astray = alerts.flatMap((rule, place) =>
    rule.kind !== 'missing' || tests.has(rule.test)
      ? []
      : [{ path: ['alerts', place, 'test'], message: `${rule.test} is none of the items` }],
  )
  return [...unwatched, ...astray]
}
