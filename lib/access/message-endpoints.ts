import type { EndpointPurpose } from './endpoints'

/** Part of the pages: letters, emails and text messages. */
export const MESSAGE_ROUTES: Readonly<Record<string, EndpointPurpose>> = {
  '/letters': ['letters_to_post', 'read'],
  '/letters/pdf': ['letters_to_post', 'print'],
  '/letters/post': ['letters_to_post', 'update'],

  '/practice/messages': ['practice_home', 'read'],
  '/practice/messages/[messageId]': ['sent_message', 'read'],
  '/practice/messages/[messageId]/pdf': ['sent_message', 'print'],

  '/patients/[patientId]/messages': ['message', 'read'],
  '/patients/[patientId]/messages/write': ['message', 'create'],
  '/patients/[patientId]/messages/blocks': ['contact_block', 'read'],
  '/patients/[patientId]/messages/[messageId]': ['message', 'read'],
  '/patients/[patientId]/messages/[messageId]/pdf': ['message', 'print'],
}
