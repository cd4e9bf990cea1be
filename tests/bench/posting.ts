import { formOf, type FormFields } from '@/tests/support/posted-form'
import type { BenchRequest } from './measure'
import type { Viewer } from './sessions'

/** The form of a page as it is before anything is typed. */
export async function blankForm(origin: string, path: string, viewer: Viewer): Promise<FormFields> {
  const page = await fetch(`${origin}${path}`, { headers: { cookie: viewer.cookie } })
  return formOf(await page.text(), 'name="submissionId"')
}

const BOUNDARY = 'alongside-bench-boundary'

/** A form as a browser without JavaScript posts it. */
export function posted(origin: string, path: string, viewer: Viewer, fields: FormFields): BenchRequest {
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return {
    path,
    method: 'POST',
    headers: { cookie: viewer.cookie, origin, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
    body: `${parts.join('')}--${BOUNDARY}--\r\n`,
  }
}
