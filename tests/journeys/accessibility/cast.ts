import type { Person, Stage, Worker } from '../../support/stage'

/** Everything that a page can be about, and who opens it. */
export type Cast = Awaited<ReturnType<typeof assemble>>

/** One person with something of everything, and two at the points where other forms open. */
export async function assemble(stage: Stage) {
  const clinician = await stage.employ({ teams: { 'ZT102-COLORECTAL': 'clinician' } })
  const gp = await stage.employ({ teams: { Z90008: 'gp' } })
  const admin = await stage.employ({ organisations: { ZT102: 'admin' } })
  const colleague = await stage.employ({ teams: { 'ZT102-COLORECTAL': 'support_worker' } })
  await stage.protocols.publishedFirstVersions(stage.owner, 'ZT102')
  const everything = await patientWithEverything(stage, clinician, gp)
  return {
    clinician,
    gp,
    admin,
    colleague,
    programmeLead: await stage.employ({ organisations: { ZT102: 'programme_lead' } }),
    halfWay: await stage.halfLogIns(clinician.staffId),
    ...everything,
    ...(await summarySent(stage, clinician, everything.patient)),
    ...(await lettersOf(stage, clinician, everything.patient)),
    ...(await followedUp(stage, clinician, everything.patientId)),
    ...(await patientReviewed(stage, clinician, gp)),
    ...(await resultsFiled(stage, clinician, everything.patientId)),
    ...(await patientsAtForms(stage, clinician)),
    ...(await administered(stage, admin)),
  }
}

async function patientWithEverything(stage: Stage, by: Worker, gp: Worker) {
  const person = await stage.patient(by)
  await stage.register(by, person, 'Z90008')
  const diagnosisId = await stage.diagnosed(by, person, 40)
  await stage.offered(by, person)
  const plan = await stage.carePlans.agreedCarePlan(by, person.id, by.teamId, {
    actions: [{ owner: 'team' }, { owner: 'practice', what: 'Blood count' }],
  })
  const [item] = plan.items
  const actionOf = (kind: string) => item?.actions.find(({ owner }) => owner.kind === kind)?.id ?? ''
  const requests = [{}, { code: 'blood_count', what: 'Repeat the blood count' }]
  const [asked, declined] = await stage.asked(by, person, 'Z90008', { diagnosisId, requests })
  if (declined) await stage.declinedByPractice(gp, declined)
  return {
    requestId: asked?.id ?? '',
    declinedRequestId: declined?.id ?? '',
    patient: person,
    patientId: person.id,
    diagnosisId,
    invitationId: await stage.invitedToReview(gp, person, diagnosisId, 2),
    treatmentId: await stage.treated(by, person),
    phaseId: await stage.phaseBegun(by, person, diagnosisId),
    performanceStatusId: await stage.performanceStatusRecorded(by, person),
    contactId: await stage.canTurnTo(by, person),
    assessmentId: plan.assessment.id,
    itemId: item?.id ?? '',
    actionId: actionOf('team'),
    askedActionId: actionOf('practice'),
    shareId: plan.versions[0]?.shares[0]?.id ?? '',
    taskId: await stage.openTask(by, person),
    callId: await stage.gotInTouch(by, person, { flags: { swollen_leg: 'yes' } }),
    promisedCallId: await stage.promisedAppointment(by, person),
  }
}

async function summarySent(stage: Stage, by: Worker, person: Person) {
  const { summary } = await stage.summaries.signedSummary(by, person.id)
  const deliveryId = summary.versions[0]?.deliveries[0]?.id ?? ''
  return { summaryId: summary.id, deliveryId, ...(await linkHandedOver(stage, by, person, summary.id)) }
}

async function linkHandedOver(stage: Stage, by: Worker, person: Person, summaryId: string) {
  const requests = [{}, { code: 'blood_pressure', what: 'Check the blood pressure' }]
  const asked = await stage.asked(by, person, 'Z90008', { summaryId, requests })
  const { linkId, secret } = await stage.linkIssued(by, { patientId: person.id, summaryId })
  return {
    link: { id: linkId, secret, cookie: await stage.linkOpened(secret, person.bornOn) },
    linkedRequestId: asked.find(({ code }) => code === 'bone_density')?.id ?? '',
  }
}

/** A review was held, and another is ready to be filed. */
async function patientReviewed(stage: Stage, by: Worker, gp: Worker) {
  const person = await stage.patient(by)
  await stage.register(by, person, 'Z90008')
  const place = { patientId: person.id, diagnosisId: await stage.diagnosed(by, person, 60) }
  const { reviewId, actionId } = await stage.reviewed(gp, place)
  await stage.reviewBegun(gp, place)
  return {
    reviewedId: person.id,
    reviewedDiagnosisId: place.diagnosisId,
    reviewId,
    reviewActionId: actionId,
  }
}

/** A result that is looked at by itself, and one in range. */
async function resultsFiled(stage: Stage, by: Worker, patientId: string) {
  const followed = await stage.patient(by)
  await stage.followedUp(by, followed)
  const untold = await stage.patient(by)
  const untoldResultId = await stage.results.filedResult(by, untold.id, { code: 'cea', value: '2.1' })
  await stage.results.reviewedAsShown(by, { patientId: untold.id, resultId: untoldResultId })
  const letterToCome = await stage.patient(by)
  await stage.livesAt(letterToCome, '3 High Street')
  await stage.followedUp(by, letterToCome)
  return {
    toldTogetherId: await stage.confirmedInRange(by, letterToCome, { answers: 'none' }),
    untold: { patientId: untold.id, resultId: untoldResultId },
    followedForResultsId: followed.id,
    resultId: await stage.results.filedResult(by, patientId, { code: 'cea', value: '3.1' }),
    inRangeResultId: await stage.results.filedResult(by, followed.id),
    unmatchedId: await stage.resultUnmatched(by, followed),
    resultFileId: await stage.resultFileSent(by),
  }
}

async function lettersOf(stage: Stage, by: Worker, person: Person) {
  await stage.livesAt(person, '1 High Street')
  const other = await stage.patient(by)
  await stage.livesAt(other, '2 High Street')
  return {
    letterId: await stage.letterWritten(by, person),
    sentLetterId: await stage.letterWritten(by, person, 'practice'),
    stoppedFor: { patientId: other.id, messageId: await stage.letterStopped(by, other) },
  }
}

async function followedUp(stage: Stage, by: Worker, patientId: string) {
  const { pathwayId, testId } = await stage.followUp.onPathway(
    by,
    patientId,
    stage.followUp.AFTER_PROSTATE_SURGERY,
  )
  await stage.followUp.changedForPerson(by, { patientId, pathwayId }, { kind: 'duration', years: 12 })
  const older = await stage.patient(by)
  return {
    pathwayId,
    surveillanceTestId: testId,
    olderPathwayId: await stage.followedUp(by, older, { version: '2026-10' }),
  }
}

async function patientsAtForms(stage: Stage, by: Worker) {
  const offered = await stage.patient(by)
  await stage.carePlans.offeredCarePlan(by, offered.id, by.teamId)
  const drafted = await stage.patient(by)
  await stage.draftSaved(by, drafted)
  const referrer = await stage.employInNewTeam('ZT102-UROLOGY', 'clinician')
  const referred = await stage.patient(referrer)
  await stage.referred(referrer, referred, by.teamId)
  return {
    offeredPatientId: offered.id,
    draftSummary: await stage.summaries.completeSummary(by, offered.id),
    draftedPatientId: drafted.id,
    referredPatientId: referred.id,
    importId: await stage.listSent(by, [stage.invented(), stage.invented({ familyName: '' })]),
  }
}

async function administered(stage: Stage, by: Worker) {
  const { rows } = await stage.owner.query<{ id: string }>(
    `select help_entry.id from help_entry join organisation on organisation.id = organisation_id
     where ods_code = 'ZT102' order by title limit 1`,
  )
  return {
    teamId: await stage.teamId('ZT102-COLORECTAL'),
    helpEntryId: rows[0]?.id ?? '',
    invitation: await stage.invited(by, 'ZT102-COLORECTAL'),
  }
}
