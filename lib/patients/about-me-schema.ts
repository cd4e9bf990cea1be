import { z } from 'zod'
import { today } from '@/lib/platform/clock'
import { dateField, idField, lineField, textField } from '@/lib/platform/form-fields'
import { ABOUT_ME_LABELS } from './about-me-labels'

const heading = (section: keyof typeof ABOUT_ME_LABELS) => textField(ABOUT_ME_LABELS[section].heading)

export const tellAboutMeSchema = z.object({
  patientId: idField,
  /** The number of the telling that was shown; 0 where nothing was told yet. */
  number: z.coerce.number().int().min(0),
  mostImportant: heading('mostImportant'),
  importantPeople: heading('importantPeople'),
  howToCommunicate: heading('howToCommunicate'),
  wellness: heading('wellness'),
  pleaseDo: heading('pleaseDo'),
  pleaseDoNot: heading('pleaseDoNot'),
  howToSupport: heading('howToSupport'),
  worthKnowing: heading('worthKnowing'),
  supportedBy: lineField('Who helped to write it'),
  toldOn: dateField('Date it was told', { notAfter: today }),
})
