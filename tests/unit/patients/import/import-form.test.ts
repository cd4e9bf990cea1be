import { describe, expect, it } from 'vitest'
import { fileFaults } from '@/components/patients/import-form'
import { stagePatientImportSchema } from '@/lib/patients/schema'

const megabyte = 1024 * 1024

function posted(bytes: number): FormData {
  const form = new FormData()
  form.set('teamId', '01990000-0000-7000-8000-000000000000')
  form.set('file', new File([new Uint8Array(bytes)], 'export.csv'))
  return form
}

describe('a patient file, before it is sent', () => {
  it('may have 20 MB', () => {
    expect(fileFaults(posted(20 * megabyte))).toEqual([])
  })

  it('is refused with one byte more, in the words the server has for it', () => {
    const form = posted(20 * megabyte + 1)
    const told = stagePatientImportSchema.safeParse(Object.fromEntries(form)).error?.issues
    expect(told).toHaveLength(1)
    expect(fileFaults(form)).toEqual([{ field: 'file', message: told?.[0]?.message }])
  })

  it('is not judged where there is none', () => {
    expect(fileFaults(new FormData())).toEqual([])
  })
})
