/** Which folder may import which: the table of ARCHITECTURE.md, held by dependency-cruiser. */
import { cruise, type ICruiseResult } from 'dependency-cruiser'

const everything = ['engine', 'rulebook', 'care', 'eventlog', 'server', 'web', 'cli', 'tools'] as const
type Folder = (typeof everything)[number]

/** Of ours. Libraries are each manifest's own business. */
export const mayImport: Readonly<Record<Folder, readonly Folder[]>> = {
  engine: [],
  rulebook: ['engine'],
  care: ['engine', 'rulebook'],
  eventlog: [],
  server: ['engine', 'rulebook', 'care', 'eventlog'],
  web: ['engine', 'rulebook', 'care'],
  cli: ['engine', 'rulebook', 'care', 'eventlog', 'server', 'tools'],
  tools: everything,
}

/** Folders without Node, the DOM, a clock or randomness. */
export const pureFolders: readonly Folder[] = ['engine', 'rulebook', 'care']

/** Tests may look further: they start servers and read files. */
const tests = '(\\.(test|e2e)\\.tsx?$|(^|/)(test-[^/]+|example-room)\\.ts$)'

function forbidden() {
  const arrows = everything.map((folder) => {
    const closed = everything.filter((other) => other !== folder && !mayImport[folder].includes(other))
    return {
      name: `${folder} imports only ${mayImport[folder].join(', ') || 'nothing of ours'}`,
      severity: 'error' as const,
      from: { path: `^${folder}/`, pathNot: tests },
      to: { path: closed.length > 0 ? `^(${closed.join('|')})/` : '^nothing/' },
    }
  })
  const doors = everything.map((folder) => ({
    name: `${folder} is entered by an index.ts`,
    severity: 'error' as const,
    from: { pathNot: `^${folder}/|${tests}` },
    to: { path: `^${folder}/`, pathNot: '(^|/)index\\.ts$' },
  }))
  const pure = {
    name: 'pure folders use nothing of Node',
    severity: 'error' as const,
    from: { path: `^(${pureFolders.join('|')})/`, pathNot: tests },
    to: { dependencyTypes: ['core' as const] },
  }
  const circles = {
    name: 'no circles',
    severity: 'error' as const,
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only' as const] } },
  }
  return [...arrows, ...doors, pure, circles]
}

export interface ArrowReport {
  readonly modulesSeen: number
  readonly problems: readonly string[]
}

/** Reads every module's imports. `modulesSeen` must be looked at: a cruise that saw nothing reports no problem either. */
export async function checkArrows(baseDir: string, folders: readonly string[] = everything): Promise<ArrowReport> {
  const { output } = await cruise([...folders], {
    baseDir,
    ruleSet: { forbidden: forbidden() },
    validate: true,
    exclude: { path: '(^|/)(node_modules|dist)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
    tsPreCompilationDeps: true,
  })
  const { modules, summary } = output as ICruiseResult
  const ours = modules.filter(({ source }) => everything.some((folder) => source.startsWith(`${folder}/`)))
  return {
    modulesSeen: ours.length,
    problems: summary.violations.map(({ from, to, rule }) => `${from} -> ${to}: ${rule.name}`),
  }
}
