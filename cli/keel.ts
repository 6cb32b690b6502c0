#!/usr/bin/env node
/** `keel`: the command line. Each command is loaded only when it is asked for. */

interface Command {
  readonly help: string
  /** Gives the exit code. */
  readonly run: (args: readonly string[]) => Promise<number>
}

const commands: Readonly<Record<string, () => Promise<Command>>> = {
  decide: () => import('./decide.ts').then(({ decide, decideHelp }) => ({ run: decide, help: decideHelp })),
  rulebook: () =>
    import('./rulebook.ts').then(({ runRulebook, rulebookHelp }) => ({ run: runRulebook, help: rulebookHelp })),
  verify: () => import('./verify.ts').then(({ runVerify, verifyHelp }) => ({ run: runVerify, help: verifyHelp })),
  checkpoint: () =>
    import('./checkpoint.ts').then(({ runCheckpoint, checkpointHelp }) => ({
      run: runCheckpoint,
      help: checkpointHelp,
    })),
  reseal: () => import('./reseal.ts').then(({ runReseal, resealHelp }) => ({ run: runReseal, help: resealHelp })),
  prove: () => import('./prove.ts').then(({ runProve, proveHelp }) => ({ run: runProve, help: proveHelp })),
  backup: () => import('./backup.ts').then(({ runBackup, backupHelp }) => ({ run: runBackup, help: backupHelp })),
  restore: () => import('./restore.ts').then(({ runRestore, restoreHelp }) => ({ run: runRestore, help: restoreHelp })),
  jobs: () => import('./jobs.ts').then(({ runJobs, jobsHelp }) => ({ run: runJobs, help: jobsHelp })),
  distribute: () =>
    import('./distribute.ts').then(({ runDistribute, distributeHelp }) => ({
      run: runDistribute,
      help: distributeHelp,
    })),
  serve: () => import('./serve.ts').then(({ serve, serveHelp }) => ({ run: serve, help: serveHelp })),
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const load = name === undefined || !Object.hasOwn(commands, name) ? undefined : commands[name]
  if (load === undefined) {
    const isHelp = name === undefined || ['help', '--help', '-h'].includes(name)
    const usage = `keel COMMAND\n\n${Object.keys(commands)
      .map((command) => `  ${command}`)
      .join('\n')}\n\nkeel COMMAND --help tells more.`
    if (isHelp) console.log(usage)
    else console.error(`"${name}" is not a command.\n\n${usage}`)
    return isHelp ? 0 : 2
  }
  const command = await load()
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.help)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 2
  }
}

process.exitCode = await main(process.argv.slice(2))
