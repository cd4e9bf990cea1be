'use server'

import { formAction } from '@/lib/accounts/form-action'
import { routes } from '@/lib/platform/routes'
import { stageResultFileSchema } from '@/lib/results/schema'
import { stageResultFile } from '@/lib/results/stage-result-file'

export const stageResultFileAction = formAction(
  'result-file.stage',
  stageResultFileSchema,
  async (actor, { teamId, file }) => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const { fileId } = await stageResultFile(actor, { teamId, fileName: file.name, bytes })
    return routes.resultFile(fileId)
  },
)
