import { afterAll, beforeAll, expect, it } from 'vitest'
import { asActor } from '@/lib/access/as-actor'
import { findPathwayRows } from '@/lib/follow-up/internal/pathway-rows'
import { recordTestStep } from '@/lib/follow-up/record-test-step'
import { today } from '@/lib/platform/clock'
import { findResults, type ResultRow } from '@/lib/results/internal/result-rows'
import { findResultsOfAll } from '@/lib/results/internal/results-in-bulk'
import { makeResultSetting, type ResultSetting } from '../results/setting'

let setting: ResultSetting
beforeAll(async () => {
  setting = await makeResultSetting()
})
afterAll(() => setting.database.drop())

/** People with a test asked for, results in and out of range, one put right, one on no pathway. */
const people = async () => {
  const { patientId, testId } = await setting.due()
  const step = { version: 1, step: 'requested', on: today(), toldBy: '', note: null } as const
  await recordTestStep(setting.clinician, { patientId, testId, ...step })
  const first = await setting.file(patientId, { value: '0.3' })
  await setting.file(patientId, { value: '0.03', replaces: first, confirmedSlip: 'Misread' })
  const { patientId: waiting } = await setting.followed()
  const alone = await setting.patient()
  await setting.file(alone)
  return [patientId, waiting, alone]
}

it('pathways read by one statement are those that the client reads', async () => {
  const ids = await people()
  const asc = 'asc' as const
  const inOrder = { orderBy: [{ recordedAt: asc }, { id: asc }] }
  await asActor(setting.clinician, async (tx) => {
    const kept = await tx.followUpPathway.findMany({
      where: { patientId: { in: ids } },
      orderBy: [{ startedOn: 'asc' }, { id: 'asc' }],
      include: {
        patient: { select: { id: true, bornOn: true, diedOn: true } },
        team: {
          select: {
            id: true,
            name: true,
            telephone: true,
            recallDays: true,
            resultReviewWorkingDays: true,
            resultTellingWorkingDays: true,
            resultChaseDays: true,
          },
        },
        decision: {
          select: { id: true, stream: true, isDigital: true, decidedOn: true, reasons: true, wishes: true },
        },
        protocols: { orderBy: { number: 'desc' }, take: 1 },
        events: inOrder,
        tests: {
          orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
          include: {
            events: {
              ...inOrder,
              select: { testId: true, kind: true, on: true, resultIds: true, note: true },
            },
          },
        },
      },
    })
    const usual = kept.map((pathway) => ({ ...pathway, tellings: [] }))
    expect(usual.flatMap(({ tests }) => tests.flatMap(({ events }) => events)).length).toBeGreaterThan(0)
    expect(await findPathwayRows(tx, { patientIds: ids })).toEqual(usual)

    const [first, second] = usual
    if (!first || !second) throw new Error('two people are on a pathway')
    expect(await findPathwayRows(tx, { ids: [second.id] })).toEqual([second])
    expect(await findPathwayRows(tx, { testIds: first.tests.map(({ id }) => id) })).toEqual([first])
    const ofNobody = { ids: [second.id], patientIds: [first.patientId] }
    expect(await findPathwayRows(tx, ofNobody)).toEqual([])
    return null
  })
})

it('results read by one statement are those that the client reads', async () => {
  const [followed = '', , alone = ''] = await people()
  const said = { orderBy: { id: 'asc' } } as const
  await asActor(setting.clinician, async (tx) => {
    const usual = await tx.result.findMany({
      where: { patientId: { in: [followed, alone] } },
      orderBy: { id: 'asc' },
      omit: { value: true },
      include: { judgements: said, reviews: said, releases: said, tellings: said, choices: said },
    })
    expect(usual.map(({ judgements }) => judgements.length)).toEqual([1, 1, 1])
    const read = await findResults(tx, { ids: usual.map(({ id }) => id) })
    expect(read.map(({ fact: _fact, isChosen: _isChosen, ...row }) => row)).toEqual(usual)
    expect(await findResults(tx, { patientId: followed })).toEqual(read.slice(0, 2))
    expect(await findResults(tx, { versionsOf: [read[1]?.id ?? ''] })).toEqual(read.slice(0, 2))
    return null
  })
})

it('results of many people say what those of one say', async () => {
  const ids = await people()
  const told = ({ id, testId, orderNumber, replacesId, fact, judgements, reviews, releases }: ResultRow) => ({
    ...{ id, testId, orderNumber, replacesId, fact },
    judged: judgements.slice(-1).map(({ id: last, isInRange, alerts }) => ({ last, isInRange, alerts })),
    reviewed: reviews.map(({ id: review, reviewedOn }) => ({ review, reviewedOn })),
    released: releases.length,
  })
  await asActor(setting.clinician, async (tx) => {
    const all = await findResultsOfAll(tx, ids)
    for (const id of ids)
      expect((all.get(id) ?? []).map(told)).toEqual((await findResults(tx, { patientId: id })).map(told))
    expect([...all.values()].flat()).toHaveLength(3)
    return null
  })
})
