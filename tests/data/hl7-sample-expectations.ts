/**
 * What must come of each HL7 sample beside the project, by its name: written from what its publisher says it is for and from
 * its own text, before anything was run. Where a first reading was put right afterwards, it says so. Of the messages it holds
 * codes and units, and no more.
 */
export type SampleExpectation = {
  /** MSA-1 of the one answer; none where the message is itself an answer. */
  answer: 'AA' | 'AE' | 'AR' | 'none'
  /**
   * `waits`: results of somebody who cannot be known for sure are left to people. `passed_over`: demographics of a stranger, of
   * which nothing is kept. `refused`: nothing of it is filed or waits.
   */
  becomes: 'waits' | 'passed_over' | 'refused'
  /** Results in it, by status, as far as it is read. */
  observations?: Readonly<Record<string, number>>
  /** How many of these could ever be shown to a patient: only what is final itself under a report that is final. */
  releasable?: number
  /** Units in the order in which they first come. */
  units?: readonly string[]
  /** Why it waits as sent, with how often. */
  why?: Readonly<Record<string, number>>
  /** Why it waits once it names somebody in care, with how often; empty: nothing waits, and the message is kept. */
  known?: Readonly<Record<string, number>>
}

const passedOver: SampleExpectation = { answer: 'AA', becomes: 'passed_over', known: {} }
const refused: SampleExpectation = { answer: 'AR', becomes: 'refused' }
const faulty: SampleExpectation = { answer: 'AE', becomes: 'refused' }
const waits = { answer: 'AA', becomes: 'waits' } as const

export const SAMPLE_EXPECTATIONS: Readonly<Record<string, SampleExpectation>> = {
  // Every result under a report that was taken back is taken back. Put right: the first report has no result, and waits as one.
  'CDCgov__data-exchange-hl7/genV1/Genv1-Case-TestMessage8.HL7': {
    ...waits,
    observations: { cancelled: 34 },
    releasable: 0,
    units: [],
    why: { no_nhs_number: 35 },
    known: { unknown_analyte: 35 },
  },
  'CDCgov__data-exchange-hl7/ndss/Lyme_V1.0.2_TM_TC01.txt': {
    ...waits,
    observations: { final: 79 },
    releasable: 79,
    units: ['d', 'a'],
    why: { no_nhs_number: 79 },
    known: { unknown_analyte: 79 },
  },
  // Final results under a corrected report are corrected ones.
  'CDCgov__data-exchange-hl7/ndss/Lyme_V1.0.2_TM_TC02_UpdateTC01.txt': {
    ...waits,
    observations: { corrected: 83 },
    releasable: 83,
    units: ['d', 'a'],
    why: { no_nhs_number: 83 },
    known: { unknown_analyte: 83 },
  },
  // Documents are out of scope.
  'HL7__v2-to-fhir/messages/Message.hl7_MDM_T02.txt': refused,
  // Version 2.6.
  'LinuxForHealth__hl7v2-fhir-converter/ORU-multiline-short-mixed.hl7': refused,
  'LinuxForHealth__hl7v2-fhir-converter/sample_unix.hl7': refused,
  'NHSDigital__integration-adaptor-lab-results/edifact/pathology_2.edifact.dat': refused,
  // Numbers sent as words, each under its own report; the NHS number in PID-2 says nothing. Put right: a number in words is read
  // as one, so that what is missing is what was tested.
  'airslie__renalware-core/hl7_message_example.txt': {
    ...waits,
    observations: { final: 2 },
    releasable: 2,
    units: [],
    why: { no_nhs_number: 2 },
    known: { unknown_analyte: 2 },
  },
  // The practice has a name and a local code, and none of ODS.
  'airslie__renalware-core/hl7/ADT28_test_file.hl7': { ...passedOver, known: { practice_unknown: 1 } },
  'cosyte__hl7/batch/single-batch.hl7': refused,
  'cosyte__hl7/canonical/adt-a01.hl7': passedOver,
  'cosyte__hl7/canonical/adt-a08.hl7': passedOver,
  'cosyte__hl7/canonical/adt-a40-merge.hl7': passedOver,
  // The report does not say that it is final.
  'cosyte__hl7/canonical/oru-r01.hl7': {
    ...waits,
    observations: { final: 3 },
    releasable: 0,
    units: ['K/uL', 'g/dL', '%'],
    why: { no_nhs_number: 3 },
    known: { unknown_analyte: 3 },
  },
  'cosyte__hl7/canonical/oru-r01-sn-results.hl7': {
    ...waits,
    observations: { final: 3 },
    releasable: 0,
    units: ['mIU/L', 'mg/dL'],
    why: { no_nhs_number: 3 },
    known: { unknown_analyte: 3 },
  },
  'cosyte__hl7/canonical/z-segments.hl7': passedOver,
  'cosyte__hl7/charset/utf8-name.hl7': passedOver,
  'cosyte__hl7/conformance/adt-missing-required.hl7': { ...faulty, known: {} },
  'cosyte__hl7/datetime/precision-year.hl7': passedOver,
  'cosyte__hl7/edge-cases/crlf-line-endings.hl7': passedOver,
  'cosyte__hl7/edge-cases/custom-msh-delimiters.hl7': passedOver,
  // Results without a patient.
  'cosyte__hl7/edge-cases/decoded-br.hl7': faulty,
  // Two lines of one report.
  'cosyte__hl7/edge-cases/escape-formatting.hl7': {
    ...waits,
    observations: { final: 2 },
    releasable: 0,
    units: [],
    why: { no_nhs_number: 1 },
    known: { report_in_words: 1 },
  },
  'cosyte__hl7/edge-cases/lf-line-endings.hl7': passedOver,
  'cosyte__hl7/edge-cases/no-trailing-newline.hl7': passedOver,
  'cosyte__hl7/edge-cases/null-fields.hl7': passedOver,
  'cosyte__hl7/malformed/invalid-encoding-characters.hl7': refused,
  'cosyte__hl7/malformed/no-msh-segment.hl7': refused,
  'cosyte__hl7/nte/obx-result-notes.hl7': {
    ...waits,
    observations: { final: 2 },
    releasable: 0,
    units: ['mg/dL', 'mmol/L'],
    why: { no_nhs_number: 2 },
    known: { unknown_analyte: 2 },
  },
  'cosyte__hl7/text/hex-and-delimiters.hl7': {
    ...waits,
    observations: { final: 1 },
    releasable: 0,
    units: [],
    why: { no_nhs_number: 1 },
    known: { report_in_words: 1 },
  },
  'cosyte__hl7/text/highlight.hl7': {
    ...waits,
    observations: { final: 1 },
    releasable: 0,
    units: [],
    why: { no_nhs_number: 1 },
    known: { report_in_words: 1 },
  },
  'cosyte__hl7/vendor-quirks/encoding-mismatch.hl7': passedOver,
  'cosyte__hl7/vendor-quirks/missing-required-field.hl7': refused,
  'cosyte__hl7/vendor-quirks/mllp-framing-stripped.hl7': passedOver,
  'cosyte__hl7/vendor-quirks/unknown-segment.hl7': passedOver,
  'cosyte__hl7/vendor-quirks/version-mismatch.hl7': refused,
  // No order number, by which it could be corrected later.
  'cosyte__hl7/vendor-shapes/cerner/oru-r01.hl7': faulty,
  // Times that are none of HL7 are not read, and the rest is.
  'cosyte__hl7/vendor-shapes/epic/adt-a01.hl7': passedOver,
  'eerohele__pipehat/sample-v2.3-oru-r01-2.hl7': {
    ...waits,
    observations: { final: 14 },
    releasable: 14,
    units: ['10^9/L', '10^12/L', 'g/L', 'L/L', 'fL', 'pg', '%'],
    why: { no_nhs_number: 14 },
    known: { unknown_analyte: 14 },
  },
  'eerohele__pipehat/sample-v2.3.1-ack-1.hl7': { answer: 'none', becomes: 'refused' },
  // A line break in the middle of an order number.
  'eerohele__pipehat/sample-v2.4-oru-r01-2.hl7': faulty,
  // Templates in a file of another kind: no header.
  'google__simhospital/invalid_messages.yml': refused,
  // Version 2.8: nothing is merged in part.
  'microsoft__FHIR-Converter/ADT-A40-01.hl7': refused,
  'microsoft__FHIR-Converter/ADT04-23.hl7': passedOver,
  // Two that have no value yet, one that is final, the others preliminary. Put right: what has no value yet waits for nobody.
  'microsoft__FHIR-Converter/LAB-ORU-1.hl7': {
    ...waits,
    observations: { pending: 2, preliminary: 7, final: 1 },
    releasable: 1,
    units: ['tera.l-1', '%', 'giga.l-1'],
    why: { no_nhs_number: 8 },
    known: { unknown_analyte: 8 },
  },
  'microsoft__FHIR-Converter/ORU-R01-RMGEAD.hl7': {
    ...waits,
    observations: { final: 1 },
    releasable: 1,
    units: ['mg/dl'],
    why: { no_nhs_number: 1 },
    known: { unknown_analyte: 1 },
  },
  // A document that cannot be read, of somebody with a good NHS number; the report does not say that it is final. Put right: a
  // document is no text, so that what is missing is what was examined.
  'nw-gmsa__nw-gmsa.github.com/ManchesterFoundationTrust/ORU_R01_PDF.txt': {
    ...waits,
    observations: { final: 1 },
    releasable: 0,
    units: [],
    why: { no_such_person: 1 },
    known: { unknown_analyte: 1 },
  },
  'rethinkhealth__hl7v2/adt-a01-basic.hl7': passedOver,
  'rethinkhealth__hl7v2/edge-custom-delimiters.hl7': passedOver,
  'rethinkhealth__hl7v2/edge-empty-segments.hl7': { ...faulty, known: {} },
  'rethinkhealth__hl7v2/edge-non-ascii.hl7': passedOver,
  'rethinkhealth__hl7v2/invalid-missing-msh.hl7': refused,
  // Put right: the end of the order stands one field too far, so that no status is where it belongs.
  'rethinkhealth__hl7v2/oru-r01-lab.hl7': {
    ...waits,
    observations: { final: 5 },
    releasable: 0,
    units: ['10*3/uL', '10*6/uL', 'g/dL', '%'],
    why: { no_nhs_number: 5 },
    known: { unknown_analyte: 5 },
  },
}
