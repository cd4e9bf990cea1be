import { lookUp } from '@/lib/platform/look-up'

const ROLE = 'Your role does not allow this. Nothing was changed'

/** The refusals that have nothing to do with the role of whoever is refused. */
const OTHERS: Readonly<Record<string, string>> = {
  own_account: 'This is your own account: another administrator decides about it. Nothing was changed',
  own_role: 'Nobody gives a team or a role to themselves: another administrator does. Nothing was changed',
  works_elsewhere_too:
    'They work for another organisation too, so their account cannot be changed from here. Nothing was changed',
  link_superseded:
    'The hospital team has signed a later version of this summary, so this one cannot be answered. Nothing was changed. Ring the team and ask for a link to the new version',
  link_moved:
    'The person is not registered with your practice any more, so nothing is asked of you. Nothing was changed',
  link_died: 'This person has died, so nothing is asked of you any more. Nothing was changed',
}

/** What a form says where the access rules refuse it. `reason`: the stable code of the refusal. */
export function refusalWords(reason: string): string {
  return lookUp(OTHERS, reason) ?? ROLE
}
