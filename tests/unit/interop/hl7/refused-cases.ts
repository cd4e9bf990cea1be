import { adtMessage, bytesOf, hl7Message, MARGARET, psa, report } from '@/tests/factories/hl7-messages'
import type { SampleCase } from './sample-case'

const replaced = (from: string, to: string, message = hl7Message()) => bytesOf(message.replace(from, to))

/** Messages that are refused, and answered with the reason. */
export const refusedCases: readonly SampleCase[] = [
  {
    sample: 'LinuxForHealth__hl7v2-fhir-converter/ORU-multiline-short-mixed.hl7',
    says: ['AR 203 MSH-12'],
    ours: bytesOf(hl7Message({ version: '2.6' })),
    oursSay: ['AR 203 MSH-12'],
  },
  {
    sample: 'cosyte__hl7/vendor-quirks/version-mismatch.hl7',
    says: ['AR 203 MSH-12'],
    ours: bytesOf(hl7Message({ version: '2.9' })),
    oursSay: ['AR 203 MSH-12'],
  },
  {
    sample: 'microsoft__FHIR-Converter/ADT-A40-01.hl7',
    says: ['AR 203 MSH-12'],
    ours: bytesOf(adtMessage('A40', [MARGARET.pid, 'MRG|ZT1^^^ZT101^MR'], { version: '2.8' })),
    oursSay: ['AR 203 MSH-12'],
  },
  {
    sample: 'LinuxForHealth__hl7v2-fhir-converter/sample_unix.hl7',
    says: ['AR 102 MSH-2', 'AR 203 MSH-12'],
    ours: replaced('^~\\&', '^~\\\\&'),
    oursSay: ['AR 102 MSH-2'],
  },
  {
    sample: 'cosyte__hl7/malformed/invalid-encoding-characters.hl7',
    says: ['AR 102 MSH-2'],
    ours: replaced('^~\\&', '^~'),
    oursSay: ['AR 102 MSH-2'],
  },
  {
    sample: 'cosyte__hl7/malformed/no-msh-segment.hl7',
    says: ['AR 100 MSH'],
    ours: bytesOf(`EVN|A08|20261102\r${MARGARET.pid}\r`),
    oursSay: ['AR 100 MSH'],
  },
  {
    sample: 'rethinkhealth__hl7v2/invalid-missing-msh.hl7',
    says: ['AR 100 MSH'],
    ours: bytesOf(`${MARGARET.pid}\nPV1|1|O\n`),
    oursSay: ['AR 100 MSH'],
  },
  {
    sample: 'NHSDigital__integration-adaptor-lab-results/edifact/pathology_2.edifact.dat',
    says: ['AR 100 MSH'],
    ours: bytesOf("UNB+UNOA:2+ZT101+ZT202+261102:0930+00000001++NHS002'UNH+1+NHS002:0:1:RT'"),
    oursSay: ['AR 100 MSH'],
  },
  {
    sample: 'google__simhospital/invalid_messages.yml',
    says: ['AR 100 MSH'],
    ours: bytesOf(`# Templates of messages\nDischarge:\n  segments:\n  - "MSH|^~\\\\&|PAS|ZT101"\n`),
    oursSay: ['AR 100 MSH'],
  },
  {
    sample: 'cosyte__hl7/batch/single-batch.hl7',
    says: ['AR 200'],
    ours: bytesOf(`FHS|^~\\&|PAS|ZT101\rBHS|^~\\&|PAS|ZT101\r${hl7Message()}BTS|1\rFTS|1\r`),
    oursSay: ['AR 200'],
  },
  {
    sample: 'cosyte__hl7/vendor-quirks/missing-required-field.hl7',
    says: ['AR 101 MSH-9'],
    ours: replaced('ORU^R01^ORU_R01', ''),
    oursSay: ['AR 101 MSH-9'],
  },
  {
    sample: 'HL7__v2-to-fhir/messages/Message.hl7_MDM_T02.txt',
    says: ['AR 200 MSH-9'],
    ours: bytesOf(hl7Message({ type: 'MDM^T02^MDM_T02' })),
    oursSay: ['AR 200 MSH-9'],
  },
  {
    sample: 'eerohele__pipehat/sample-v2.3.1-ack-1.hl7',
    says: ['no answer'],
    ours: bytesOf(hl7Message({ type: 'ACK^R01^ACK', segments: ['MSA|AE|ZT0001|No such patient'] })),
    oursSay: ['no answer'],
  },
  {
    sample: 'eerohele__pipehat/sample-v2.4-oru-r01-2.hl7',
    says: ['AE 100'],
    ours: replaced('^WINPATH|PSA^Prostate', '^WIN\rPATH|PSA^Prostate'),
    oursSay: ['AE 100'],
  },
  {
    sample: 'cosyte__hl7/edge-cases/decoded-br.hl7',
    says: ['AE 100 PID'],
    ours: bytesOf(hl7Message({ segments: psa('4.10') })),
    oursSay: ['AE 100 PID'],
  },
  {
    sample: 'cosyte__hl7/conformance/adt-missing-required.hl7',
    says: ['AE 101 PID-3'],
    ours: bytesOf(adtMessage('A08', ['PID|1||||Okafor^Margaret'])),
    oursSay: ['AE 101 PID-3'],
  },
  {
    sample: 'rethinkhealth__hl7v2/edge-empty-segments.hl7',
    says: ['AE 101 PID-3'],
    ours: bytesOf(adtMessage('A31', ['PID|1||^^^&&~^^|||||', 'PV1|||||', 'OBX|1|ST||||||||F'])),
    oursSay: ['AE 101 PID-3'],
  },
  {
    sample: 'cosyte__hl7/vendor-shapes/cerner/oru-r01.hl7',
    says: ['AE 101 OBR-3'],
    ours: bytesOf(
      hl7Message({
        sentAt: '2026-11-02T09:30:00',
        segments: [MARGARET.pid, ...report('PSA^PSA', ['OBX|1|NM|PSA^PSA||4.1|ug/L|||||F'])],
      }).replace('REQ-9^ZT101|26C0009^LAB', '|'),
    ),
    oursSay: ['AE 101 OBR-3'],
  },
]
