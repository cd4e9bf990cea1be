import { administeredOrganisations, isClinical, isPractice, type Actor } from '@/lib/access/actor'
import { routes } from '@/lib/platform/routes'

/** The page that an actor's day begins on; null where there is none for their roles yet. */
export function homeOf(actor: Actor): string | null {
  if (isClinical(actor)) return routes.worklist()
  if (isPractice(actor)) return routes.practiceHome()
  return administeredOrganisations(actor).length > 0 ? routes.staffList() : null
}

/** The main ways through the service for an actor, in the order of the header. */
export function navigationOf(actor: Actor): { href: string; label: string }[] {
  const clinical = isClinical(actor)
  const practice = isPractice(actor)
  return [
    ...(clinical ? [{ href: routes.worklist(), label: 'Worklist' }] : []),
    ...(clinical ? [{ href: routes.resultsToReview(), label: 'Results' }] : []),
    ...(clinical ? [{ href: routes.contacts(), label: 'Contacts' }] : []),
    ...(clinical ? [{ href: routes.lettersToPost(), label: 'Letters' }] : []),
    ...(clinical || practice ? [{ href: routes.patientSearch(), label: 'Patients' }] : []),
    ...(clinical ? [{ href: routes.followUpList(), label: 'Follow-up' }] : []),
    ...(practice ? [{ href: routes.practiceHome(), label: 'Practice' }] : []),
    ...(administeredOrganisations(actor).length > 0
      ? [{ href: routes.staffList(), label: 'Administration' }]
      : []),
  ]
}
