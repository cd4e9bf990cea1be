'use server'

import { formAction } from '@/lib/accounts/form-action'
import { tellAboutMeSchema } from '@/lib/patients/about-me-schema'
import { tellAboutMe } from '@/lib/patients/tell-about-me'
import { routes } from '@/lib/platform/routes'

export const tellAboutMeAction = formAction('about-me.tell', tellAboutMeSchema, async (actor, input) => {
  await tellAboutMe(actor, input)
  return `${routes.aboutMe(input.patientId)}?done=about-me-told`
})
