import { describe, expect, it } from 'vitest'
import { enumsOf, modelProblems, retypedEnumProblems } from './checks/models'
import { modelOwners, ownersFrom, schemaFiles, unknownExceptions } from './model-owners'
import { filesMatching, projectPaths } from './project-files'

const enums = schemaFiles.flatMap(enumsOf)
const source = filesMatching(/^(?:app|components|lib)\/.*\.tsx?$/).filter(
  (file) => !/^lib\/operations\//.test(file.path),
)

describe('models', () => {
  it('are queried only inside the module that owns them', () => {
    expect(source.flatMap((file) => modelProblems(file, modelOwners))).toEqual([])
  })

  it('have owners that exist', () => {
    const modules = new Set(projectPaths.flatMap((path) => /^lib\/([^/]+)\//.exec(path)?.[1] ?? []))
    expect([...new Set(modelOwners.values())].filter((owner) => !modules.has(owner))).toEqual([])
    expect(unknownExceptions).toEqual([])
    expect(modelOwners.size).toBeGreaterThan(0)
  })
})

describe('enums', () => {
  it('are declared once, in the schema', () => {
    expect(enums.length).toBeGreaterThan(0)
    expect(source.flatMap((file) => retypedEnumProblems(file, enums))).toEqual([])
  })
})

const schema = {
  path: 'prisma/schema/care-teams.prisma',
  text: `enum TeamKind {
  specialist
  practice // a general practice
  @@map("team_kind")
}

model CareRelationship {
  id String @id
}
`,
}

describe('the check of models', () => {
  const owners = ownersFrom([schema])
  const problems = (path: string, text: string) => modelProblems({ path, text }, owners)

  it('reads owners from the schema', () => {
    expect([...owners]).toEqual([['careRelationship', 'care-teams']])
  })

  it('takes the owner, and names that are no model', () => {
    expect(problems('lib/care-teams/queries.ts', 'await tx.careRelationship.findMany({})')).toEqual([])
    expect(problems('lib/tasks/queries.ts', 'cache.careRelationship.get(1)\nlist.items.find(is)')).toEqual([])
  })

  it.each([
    'findMany',
    'findUniqueOrThrow',
    'create',
    'updateMany',
    'deleteMany',
    'upsert',
    'count',
    'aggregate',
    'groupBy',
  ])('finds another module that calls %s', (operation) => {
    expect(problems('lib/tasks/queries.ts', `await anything.careRelationship.${operation}({})`)).toEqual([
      'lib/tasks/queries.ts: queries careRelationship, which lib/care-teams owns',
    ])
  })

  it('finds a page that queries', () => {
    expect(problems('app/(staff)/page.tsx', 'await db.careRelationship.count()')).toEqual([
      'app/(staff)/page.tsx: queries careRelationship, which lib/care-teams owns',
    ])
  })
})

describe('the check of enums', () => {
  const problems = (text: string) =>
    retypedEnumProblems({ path: 'lib/tasks/rules.ts', text }, enumsOf(schema))
  const found = ['lib/tasks/rules.ts: retypes TeamKind; import it from the generated enums']

  it('reads enums from the schema', () => {
    expect(enumsOf(schema)).toEqual([{ name: 'TeamKind', values: ['specialist', 'practice'] }])
  })

  it.each([
    `z.enum(['practice', 'specialist'])`,
    `type Kind = 'specialist' | 'practice'`,
    `const kinds = ['specialist', 'practice'] as const`,
  ])('finds %s', (text) => {
    expect(problems(text)).toEqual(found)
  })

  it.each([
    `z.enum(TeamKind)`,
    `const kinds = ['specialist']`,
    `const kinds = ['specialist', 'practice', 'other']`,
  ])('takes %s', (text) => {
    expect(problems(text)).toEqual([])
  })
})
