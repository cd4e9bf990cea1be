/** What came of a message: as it was sent, and about somebody in care here where that makes another message of it. */
type Came = readonly string[]

/** By sample of others: what comes of the message of ours that is like it. What must come of theirs: tests/data. */
export const OUTCOMES: Readonly<Record<string, Came>> = {
  'CDCgov__data-exchange-hl7/genV1/Genv1-Case-TestMessage8.HL7': [
    'AA; kept; no_nhs_number × 2',
    'AA; kept; unknown_analyte × 2',
  ],
  'CDCgov__data-exchange-hl7/ndss/Lyme_V1.0.2_TM_TC01.txt': [
    'AA; kept; no_nhs_number × 3',
    'AA; kept; unknown_analyte × 3',
  ],
  'CDCgov__data-exchange-hl7/ndss/Lyme_V1.0.2_TM_TC02_UpdateTC01.txt': [
    'AA; kept; no_nhs_number × 2',
    'AA; kept; unknown_analyte × 2',
  ],
  'HL7__v2-to-fhir/messages/Message.hl7_MDM_T02.txt': ['AR; kept', 'AR; kept'],
  'LinuxForHealth__hl7v2-fhir-converter/ORU-multiline-short-mixed.hl7': ['AR; kept', 'AR; kept'],
  'LinuxForHealth__hl7v2-fhir-converter/sample_unix.hl7': ['AR; kept'],
  'NHSDigital__integration-adaptor-lab-results/edifact/pathology_2.edifact.dat': ['AR'],
  'airslie__renalware-core/hl7/ADT28_test_file.hl7': ['AA', 'AA; kept; practice_unknown'],
  'airslie__renalware-core/hl7_message_example.txt': [
    'AA; kept; no_nhs_number × 2',
    'AA; kept; unknown_analyte × 2',
  ],
  'cosyte__hl7/batch/single-batch.hl7': ['AR', 'AR'],
  'cosyte__hl7/canonical/adt-a01.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/canonical/adt-a08.hl7': ['AA', 'AA; kept; practice_unknown'],
  'cosyte__hl7/canonical/adt-a40-merge.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/canonical/oru-r01-sn-results.hl7': [
    'AA; kept; no_nhs_number × 5',
    'AA; kept; thyroglobulin <0.01 µg/L final; unknown_analyte × 4',
  ],
  // The report does not say that it is final.
  'cosyte__hl7/canonical/oru-r01.hl7': [
    'AA; kept; no_nhs_number',
    'AA; kept; haemoglobin 131 g/L preliminary',
  ],
  'cosyte__hl7/canonical/z-segments.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/charset/utf8-name.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/conformance/adt-missing-required.hl7': ['AE; kept', 'AA; kept'],
  'cosyte__hl7/datetime/precision-year.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/edge-cases/crlf-line-endings.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/edge-cases/custom-msh-delimiters.hl7': ['AA'],
  'cosyte__hl7/edge-cases/decoded-br.hl7': ['AE; kept'],
  'cosyte__hl7/edge-cases/escape-formatting.hl7': ['AA; kept; no_nhs_number', 'AA; kept; report_in_words'],
  'cosyte__hl7/edge-cases/lf-line-endings.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/edge-cases/no-trailing-newline.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/edge-cases/null-fields.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/malformed/invalid-encoding-characters.hl7': ['AR; kept'],
  'cosyte__hl7/malformed/no-msh-segment.hl7': ['AR'],
  'cosyte__hl7/nte/obx-result-notes.hl7': ['AA; kept; no_nhs_number × 2', 'AA; kept; unknown_analyte × 2'],
  'cosyte__hl7/text/hex-and-delimiters.hl7': ['AA; kept; no_nhs_number', 'AA; kept; report_in_words'],
  'cosyte__hl7/text/highlight.hl7': ['AA; kept; no_nhs_number', 'AA; kept; report_in_words'],
  'cosyte__hl7/vendor-quirks/encoding-mismatch.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/vendor-quirks/missing-required-field.hl7': ['AR; kept', 'AR; kept'],
  'cosyte__hl7/vendor-quirks/mllp-framing-stripped.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/vendor-quirks/unknown-segment.hl7': ['AA', 'AA; kept'],
  'cosyte__hl7/vendor-quirks/version-mismatch.hl7': ['AR; kept', 'AR; kept'],
  'cosyte__hl7/vendor-shapes/cerner/oru-r01.hl7': ['AE; kept', 'AE; kept'],
  'cosyte__hl7/vendor-shapes/epic/adt-a01.hl7': ['AA', 'AA; kept'],
  'eerohele__pipehat/sample-v2.3-oru-r01-2.hl7': [
    'AA; kept; no_nhs_number',
    'AA; kept; white_cells 10.1 10*9/L final',
  ],
  'eerohele__pipehat/sample-v2.3.1-ack-1.hl7': ['no answer'],
  'eerohele__pipehat/sample-v2.4-oru-r01-2.hl7': ['AE; kept', 'AE; kept'],
  'google__simhospital/invalid_messages.yml': ['AR'],
  'microsoft__FHIR-Converter/ADT-A40-01.hl7': ['AR; kept', 'AR; kept'],
  'microsoft__FHIR-Converter/ADT04-23.hl7': ['AA', 'AA; kept'],
  // What is not measured yet waits for nobody.
  'microsoft__FHIR-Converter/LAB-ORU-1.hl7': ['AA; kept; no_nhs_number × 3', 'AA; kept; unknown_analyte × 3'],
  'microsoft__FHIR-Converter/ORU-R01-RMGEAD.hl7': [
    'AA; kept; no_nhs_number × 3',
    'AA; kept; unknown_analyte × 3',
  ],
  'nw-gmsa__nw-gmsa.github.com/ManchesterFoundationTrust/ORU_R01_PDF.txt': [
    'AA; kept; no_nhs_number × 4',
    'AA; kept; unknown_analyte × 4',
  ],
  'rethinkhealth__hl7v2/adt-a01-basic.hl7': ['AA', 'AA; kept'],
  'rethinkhealth__hl7v2/edge-custom-delimiters.hl7': ['AA'],
  'rethinkhealth__hl7v2/edge-empty-segments.hl7': ['AE; kept', 'AA; kept'],
  'rethinkhealth__hl7v2/edge-non-ascii.hl7': ['AA', 'AA; kept'],
  'rethinkhealth__hl7v2/invalid-missing-msh.hl7': ['AR'],
  'rethinkhealth__hl7v2/oru-r01-lab.hl7': [
    'AA; kept; no_nhs_number',
    'AA; kept; white_cells 7.50 10*9/L final',
  ],
}

/** By what is in them: cases that no public message has. */
export const OWN_OUTCOMES: Readonly<Record<string, Came>> = {
  'a report in words over many lines, blank ones among them': [
    'AA; kept; no_nhs_number',
    'AA; kept; report_in_words',
  ],
  'lines of a report sent out of order': ['AA; kept; no_nhs_number', 'AA; kept; report_in_words'],
  'words where a number should be, and several numbers in one result': [
    'AA; kept; no_nhs_number × 3',
    'AA; kept; unknown_analyte × 3',
  ],
  'an NHS number that is none, two that differ, and one that is a dummy': [
    'AA; kept; no_nhs_number',
    'AA; kept; unknown_analyte',
  ],
  'a number that could be an NHS number and is not said to be': [
    'AA; kept; no_nhs_number',
    'AA; kept; unknown_analyte',
  ],
  'two messages in one frame': ['AE; kept', 'AE; kept'],
  'two patients in one message': ['AE; kept', 'AE; kept'],
  'a patient without a report': ['AE; kept', 'AE; kept'],
  'a result before any report': ['AE; kept', 'AE; kept'],
  'a second report without a code': ['AE; kept', 'AE; kept'],
  'a character that no text holds': ['AE; kept', 'AA; kept; psa 4.10 µg/L final'],
  'more wrong in it than anybody would read': ['AE; kept', 'AE; kept'],
  'a character set that is not known': ['AR; kept', 'AR; kept'],
  'Latin-1 said to be ASCII': ['AR; kept', 'AE; kept'],
  'Latin-1 without a word of it': ['AR; kept', 'AE; kept'],
  'Latin-1 said to be Latin-1': ['AA; kept; no_nhs_number', 'AA; kept; unknown_analyte'],
  'an event that is not taken': ['AR; kept', 'AR; kept'],
  'no control id': ['AR', 'AR'],
  'an unknown processing id': ['AR; kept', 'AR; kept'],
}
